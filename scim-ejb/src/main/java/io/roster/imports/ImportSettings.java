package io.roster.imports;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How imports go about it.
 *
 * @param version grows with every change
 * @param scheduled whether they run by themselves
 * @param appId Okta's id of the app whose assigned users and groups are read; {@code null} until it is set, and nothing is
 *     imported before
 * @param fullCron when everything is read, as a UNIX cron expression of five fields
 * @param incrementalCron when changes are read
 * @param zone of both
 * @param userNameFormat what becomes the userName
 * @param userNameExpression for {@link UserNameFormat#EXPRESSION}, otherwise {@code null}
 * @param exactMatch attrPaths that must all be equal, case-sensitively; at least one
 * @param partialMatch whether equal first and last names are worth showing
 * @param confirmExact whether exact matches are linked without asking
 * @param confirmPartial whether partial matches are linked without asking
 * @param confirmNew whether new people are created without asking
 * @param appThreshold which percentage of the people linked with Okta may be deactivated by one run; {@code null} for any
 * @param orgThreshold which percentage of all active people may be
 */
public record ImportSettings(
        long version,
        boolean scheduled,
        String appId,
        String fullCron,
        String incrementalCron,
        ZoneId zone,
        UserNameFormat userNameFormat,
        String userNameExpression,
        List<String> exactMatch,
        boolean partialMatch,
        boolean confirmExact,
        boolean confirmPartial,
        boolean confirmNew,
        Integer appThreshold,
        Integer orgThreshold) {

    /** {@return the app, where it is set} */
    public Optional<String> app() {
        return Optional.ofNullable(appId);
    }
}
