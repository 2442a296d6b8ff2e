package io.roster.console.history;

import io.roster.hook.HookSettings;
import io.roster.imports.ImportRules;
import io.roster.mail.MailSettings;
import io.roster.okta.OktaSettings;
import io.roster.outbox.SyncbackSettings;
import io.roster.removal.Removals;
import java.util.Map;

/** Settings whose changes pages tell: where, what the forms call each of them, and how they word what these can be. */
public enum ChangedSettings {
    /** Rules of sync-back. */
    SYNC_BACK(
            SyncbackSettings.RESOURCE,
            "sync-back-rules",
            Map.of(
                    "enabled", "sync.enabled",
                    "sharePercent", "sync.share",
                    "concurrency", "sync.concurrency",
                    "intervalMinutes", "sync.interval",
                    "whenDeactivated", "sync.deactivated",
                    "unsuspends", "sync.unsuspends",
                    "reactivates", "sync.reactivates"),
            Map.of("whenDeactivated", "sync.deactivated")),

    /** The connection to Okta. */
    CONNECTION(
            OktaSettings.RESOURCE,
            "sync-back-settings",
            Map.of(
                    "url", "okta.url",
                    "authentication", "okta.authentication",
                    "clientId", "okta.client",
                    "extensionAttribute", "okta.attribute.extension",
                    "numberAttribute", "okta.attribute.number",
                    "apiToken", "okta.token",
                    "attribute", "history.attribute"),
            Map.of("authentication", "okta.authentication.short")),

    /** Settings and mappings of the import. */
    IMPORT(
            ImportRules.RESOURCE,
            "import-settings",
            Map.ofEntries(
                    Map.entry("scheduled", "mapping.scheduled"),
                    Map.entry("appId", "mapping.app"),
                    Map.entry("fullCron", "mapping.full"),
                    Map.entry("incrementalCron", "mapping.incremental"),
                    Map.entry("zone", "mapping.zone"),
                    Map.entry("userNameFormat", "mapping.username"),
                    Map.entry("userNameExpression", "history.username"),
                    Map.entry("exactMatch", "history.exact"),
                    Map.entry("partialMatch", "mapping.partial"),
                    Map.entry("confirmExact", "mapping.confirm.exact"),
                    Map.entry("confirmPartial", "mapping.confirm.partial"),
                    Map.entry("confirmNew", "mapping.confirm.new"),
                    Map.entry("appThreshold", "mapping.threshold.app"),
                    Map.entry("orgThreshold", "mapping.threshold.org"),
                    Map.entry("order", "history.order")),
            Map.of("userNameFormat", "mapping.format", "applied", "mapping.applied.short")),

    /** Okta's import inline hook. */
    HOOK(
            HookSettings.RESOURCE,
            "import-hook",
            Map.of("whenMatched", "hook.matched", "whenTaken", "hook.taken", "corrects", "hook.corrects"),
            Map.of("whenMatched", "hook.matched", "whenTaken", "hook.taken")),

    /** How mail is sent, and to whom. */
    MAIL(
            MailSettings.RESOURCE,
            "mail",
            Map.of(
                    "host", "mail.host",
                    "port", "mail.port",
                    "security", "mail.security",
                    "user", "mail.user",
                    "password", "mail.password",
                    "sender", "mail.sender",
                    "recipients", "mail.recipients"),
            Map.of("security", "mail.security")),

    /** When people who are deactivated are removed. */
    REMOVAL(Removals.RESOURCE, "retention", Map.of("days", "retention.days"), Map.of());

    private final String resource;
    private final String address;
    private final Map<String, String> labels;
    private final Map<String, String> words;

    ChangedSettings(String resource, String address, Map<String, String> labels, Map<String, String> words) {
        this.resource = resource;
        this.address = address;
        this.labels = labels;
        this.words = words;
    }

    /** {@return the id under which events tell of them} */
    String resource() {
        return resource;
    }

    /** {@return the page that shows them} */
    String address() {
        return address;
    }

    /** {@return the bundle's key for what a form calls one; {@code null} where there is none} */
    String label(String attribute) {
        return labels.get(attribute);
    }

    /** {@return the beginning of the bundle's keys for its values; {@code null} where they are said as they are} */
    String words(String attribute) {
        return words.get(attribute);
    }
}
