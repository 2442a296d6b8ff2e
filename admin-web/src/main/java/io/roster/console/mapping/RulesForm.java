package io.roster.console.mapping;

import io.roster.imports.ImportRules;
import io.roster.imports.ImportSettings;
import io.roster.imports.UserNameFormat;
import java.util.ArrayList;
import java.util.List;

/** What stands in the inputs of the settings: what is saved, and then what was typed. */
public class RulesForm {

    private long version;
    private boolean scheduled;
    private String appId;
    private String fullCron;
    private String incrementalCron;
    private String zone;
    private UserNameFormat userNameFormat;
    private String userNameExpression;
    private List<String> exactMatch;
    private boolean partialMatch;
    private boolean confirmExact;
    private boolean confirmPartial;
    private boolean confirmNew;
    private Integer appThreshold;
    private Integer orgThreshold;

    void fill(ImportSettings settings) {
        version = settings.version();
        scheduled = settings.scheduled();
        appId = settings.appId();
        fullCron = settings.fullCron();
        incrementalCron = settings.incrementalCron();
        zone = settings.zone().getId();
        userNameFormat = settings.userNameFormat();
        userNameExpression = settings.userNameExpression();
        exactMatch = new ArrayList<>(settings.exactMatch());
        partialMatch = settings.partialMatch();
        confirmExact = settings.confirmExact();
        confirmPartial = settings.confirmPartial();
        confirmNew = settings.confirmNew();
        appThreshold = settings.appThreshold();
        orgThreshold = settings.orgThreshold();
    }

    ImportSettings settings(ImportRules rules) {
        return new ImportSettings(
                version,
                scheduled,
                appId,
                fullCron,
                incrementalCron,
                rules.zone(zone),
                userNameFormat,
                userNameExpression,
                exactMatch,
                partialMatch,
                confirmExact,
                confirmPartial,
                confirmNew,
                appThreshold,
                orgThreshold);
    }

    /** @return the version that the change is made from */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    /** @return whether imports run by themselves */
    public boolean isScheduled() {
        return scheduled;
    }

    public void setScheduled(boolean scheduled) {
        this.scheduled = scheduled;
    }

    /** @return Okta's id of the app */
    public String getAppId() {
        return appId;
    }

    public void setAppId(String appId) {
        this.appId = appId;
    }

    /** @return when everything is read */
    public String getFullCron() {
        return fullCron;
    }

    public void setFullCron(String fullCron) {
        this.fullCron = fullCron;
    }

    /** @return when changes are read */
    public String getIncrementalCron() {
        return incrementalCron;
    }

    public void setIncrementalCron(String incrementalCron) {
        this.incrementalCron = incrementalCron;
    }

    /** @return the time zone of both */
    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    /** @return what becomes the userName */
    public UserNameFormat getUserNameFormat() {
        return userNameFormat;
    }

    public void setUserNameFormat(UserNameFormat userNameFormat) {
        this.userNameFormat = userNameFormat;
    }

    /** @return the expression for the userName */
    public String getUserNameExpression() {
        return userNameExpression;
    }

    public void setUserNameExpression(String userNameExpression) {
        this.userNameExpression = userNameExpression;
    }

    /** @return attributes that must all be equal */
    public List<String> getExactMatch() {
        return exactMatch;
    }

    public void setExactMatch(List<String> exactMatch) {
        this.exactMatch = exactMatch;
    }

    /** @return whether equal names are worth showing */
    public boolean isPartialMatch() {
        return partialMatch;
    }

    public void setPartialMatch(boolean partialMatch) {
        this.partialMatch = partialMatch;
    }

    /** @return whether exact matches are linked without asking */
    public boolean isConfirmExact() {
        return confirmExact;
    }

    public void setConfirmExact(boolean confirmExact) {
        this.confirmExact = confirmExact;
    }

    /** @return whether partial matches are */
    public boolean isConfirmPartial() {
        return confirmPartial;
    }

    public void setConfirmPartial(boolean confirmPartial) {
        this.confirmPartial = confirmPartial;
    }

    /** @return whether new people are created without asking */
    public boolean isConfirmNew() {
        return confirmNew;
    }

    public void setConfirmNew(boolean confirmNew) {
        this.confirmNew = confirmNew;
    }

    /** @return the threshold for the app, in per cent */
    public Integer getAppThreshold() {
        return appThreshold;
    }

    public void setAppThreshold(Integer appThreshold) {
        this.appThreshold = appThreshold;
    }

    /** @return the threshold for everybody, in per cent */
    public Integer getOrgThreshold() {
        return orgThreshold;
    }

    public void setOrgThreshold(Integer orgThreshold) {
        this.orgThreshold = orgThreshold;
    }
}
