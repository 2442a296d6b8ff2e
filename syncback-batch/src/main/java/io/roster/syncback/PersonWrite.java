package io.roster.syncback;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.Attempt;
import io.roster.outbox.Field;
import io.roster.outbox.FieldOutcome;
import io.roster.outbox.FieldState;
import io.roster.outbox.Former;
import io.roster.outbox.LifecycleWish;
import io.roster.outbox.Reason;
import io.roster.outbox.RowState;
import io.roster.outbox.SyncbackSettings;
import io.roster.outbox.Waiting;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.okta.OktaException;
import io.roster.syncback.okta.OktaUser;
import io.roster.syncback.rate.RateBudgets.Use;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Brings one person in line in Okta. It always begins with reading the user: what an attempt before has written is seen
 * then, so that after a crash or a lost answer nothing is written twice.
 */
final class PersonWrite {

    /** How often somebody else may change the user in between. */
    private static final int MOST_CONFLICTS = 5;

    private static final String DEPROVISIONED = "DEPROVISIONED";

    private final OktaClient client;
    private final PacedOkta okta;
    private final Target target;
    private final Waiting person;
    private final List<FieldOutcome> outcomes = new ArrayList<>();
    private final List<Former.Settled> former = new ArrayList<>();
    private final Map<Field, Reason> refused = new EnumMap<>(Field.class);
    private Reason formerRefused;
    private String detail;

    /**
     * What is written where.
     *
     * @param attributes which attribute gets what
     * @param lengths the most characters of attributes that have such a limit
     * @param settings which reactivations are wanted
     */
    record Target(OktaAttributes attributes, Map<String, Integer> lengths, SyncbackSettings settings) {}

    PersonWrite(OktaClient client, PacedOkta okta, Target target, Waiting person) {
        this.client = client;
        this.okta = okta;
        this.target = target;
        this.person = person;
    }

    /**
     * Does it.
     *
     * @return what came of it: done, or parked
     * @throws OktaException when it cannot be done now
     * @throws Outage when Okta fails
     */
    Attempt write() {
        OktaUser user = read();
        boolean reactivated = person.lifecycle() == LifecycleWish.REACTIVATE;
        // Nothing can be written to a deactivated user: who comes back comes back first, who goes goes last.
        if (reactivated && changeStatus(user)) {
            user = read();
        }
        writeProfile(user);
        if (person.lifecycle() != null && !reactivated) {
            changeStatus(user);
        }
        return attempt();
    }

    private OktaUser read() {
        return okta.send(Use.READ, () -> client.user(person.oktaId()));
    }

    private boolean changeStatus(OktaUser user) {
        LifecycleStep step = LifecycleStep.of(person.lifecycle(), user.status(), target.settings());
        FieldOutcome outcome = step.outcome();
        if (step.transition() != null) {
            try {
                okta.send(Use.WRITE, () -> client.lifecycle(person.oktaId(), step.transition()));
            } catch (OktaException e) {
                outcome = new FieldOutcome(
                        Field.LIFECYCLE, FieldState.REFUSED, user.status(), outcome.after(), permanent(e));
            }
        }
        outcomes.add(outcome);
        return outcome.state() == FieldState.WRITTEN;
    }

    private void writeProfile(OktaUser first) {
        OktaUser user = first;
        for (int conflicts = 0; ; ) {
            ProfileDifference difference =
                    ProfileDifference.of(person, user, target.attributes(), target.lengths(), refused);
            boolean gone = DEPROVISIONED.equals(user.status());
            if (formerRefused != null || gone) {
                difference = difference.withoutFormer();
            }
            if (difference.profile().isEmpty() || gone) {
                settle(difference, gone);
                return;
            }
            try {
                update(user, difference.profile());
                outcomes.addAll(difference.written());
                outcomes.addAll(difference.settled());
                former.addAll(difference.former());
                return;
            } catch (OktaException e) {
                if (Refusals.reason(e) == Reason.CONFLICT && conflicts++ < MOST_CONFLICTS) {
                    user = read();
                } else if (difference.clearsFormer()) {
                    formerRefused = permanent(e);
                } else {
                    blame(difference, permanent(e), e);
                }
            }
        }
    }

    private void update(OktaUser user, JsonObject profile) {
        okta.send(Use.WRITE, () -> client.update(person.oktaId(), user.etag(), profile));
    }

    private void settle(ProfileDifference difference, boolean gone) {
        outcomes.addAll(difference.settled());
        former.addAll(difference.former());
        for (FieldOutcome field : difference.written()) {
            outcomes.add(
                    gone
                            ? new FieldOutcome(
                                    field.field(),
                                    FieldState.SKIPPED,
                                    field.before(),
                                    field.after(),
                                    Reason.DEPROVISIONED)
                            : field);
        }
    }

    // Okta takes all of a profile or nothing. Where it names one attribute of two, the other one may still be taken.
    private void blame(ProfileDifference difference, Reason reason, OktaException refusal) {
        String said = refusal.getMessage();
        List<Field> named = difference.written().stream()
                .map(FieldOutcome::field)
                .filter(field -> said.contains(field.in(target.attributes())))
                .toList();
        List<Field> blamed = named.isEmpty()
                ? difference.written().stream().map(FieldOutcome::field).toList()
                : named;
        blamed.forEach(field -> refused.put(field, reason));
    }

    /** {@return why it was refused for good} Whatever may pass is thrown on. */
    private Reason permanent(OktaException refusal) {
        Reason reason = Refusals.reason(refusal);
        if (!reason.isPermanent()) {
            throw refusal;
        }
        detail = said(refusal);
        return reason;
    }

    static String said(OktaException refusal) {
        return refusal.requestId().isEmpty()
                ? refusal.getMessage()
                : refusal.getMessage() + " (request " + refusal.requestId() + ")";
    }

    private Attempt attempt() {
        Reason reason = outcomes.stream()
                .filter(outcome -> outcome.state() == FieldState.REFUSED)
                .map(FieldOutcome::reason)
                .findFirst()
                .orElse(formerRefused);
        return new Attempt(
                person,
                reason == null ? RowState.DONE : RowState.PARKED,
                0,
                reason,
                detail,
                List.copyOf(outcomes),
                List.copyOf(former));
    }
}
