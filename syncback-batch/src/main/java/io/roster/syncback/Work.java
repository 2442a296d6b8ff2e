package io.roster.syncback;

import io.roster.outbox.Attempt;
import io.roster.outbox.Field;
import io.roster.outbox.FieldOutcome;
import io.roster.outbox.FieldState;
import io.roster.outbox.Former;
import io.roster.outbox.Reason;
import io.roster.outbox.RowState;
import io.roster.outbox.RunEnding;
import io.roster.outbox.Waiting;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.okta.OktaException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** The work on one person, with whatever can come of it. Any number of threads may share one. */
final class Work {

    private static final Logger LOG = Logger.getLogger(Work.class.getName());

    private final OktaCalls calls;
    private final OktaClient client;
    private final PacedOkta okta;
    private final PersonWrite.Target target;

    Work(OktaCalls calls, OktaClient client, PacedOkta okta, PersonWrite.Target target) {
        this.calls = calls;
        this.client = client;
        this.okta = okta;
        this.target = target;
    }

    /**
     * What came of a person.
     *
     * @param person who
     * @param attempt what to record; {@code null} where nothing was done and the person stays due
     * @param ending why the run is to end, {@code null} where it goes on
     * @param detail what to say about that, or {@code null}
     */
    record Result(Waiting person, Attempt attempt, RunEnding ending, String detail) {}

    Result on(Waiting person) {
        try {
            return done(calls.retried(() -> new PersonWrite(client, okta, target, person).write()));
        } catch (Outage e) {
            return done(again(person, e.reason(), e.refusal()));
        } catch (OktaException e) {
            return refused(person, Refusals.reason(e), e);
        } catch (PacedOkta.Stopped e) {
            return new Result(person, null, null, null);
        } catch (FaultToleranceException e) {
            // The circuit is open, or it took too long: not this person's affair
            return new Result(person, null, RunEnding.UNREACHABLE, null);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "okta-syncback failed at person " + person.personId(), e);
            return new Result(person, null, RunEnding.FAILED, e.toString());
        }
    }

    private static Result done(Attempt attempt) {
        return new Result(attempt.person(), attempt, null, null);
    }

    private Result refused(Waiting person, Reason reason, OktaException refusal) {
        if (reason == Reason.UNAUTHORIZED) {
            return new Result(person, null, RunEnding.UNAUTHORIZED, PersonWrite.said(refusal));
        } else if (!reason.isPermanent()) {
            return done(again(person, reason, refusal));
        }
        // Who is gone there and has nothing here is in line.
        boolean gone = reason == Reason.NOT_FOUND
                && person.number().value() == null
                && person.extension().value() == null;
        return done(new Attempt(
                person,
                gone ? RowState.DONE : RowState.PARKED,
                0,
                gone ? null : reason,
                PersonWrite.said(refusal),
                fields(person, gone ? FieldState.SKIPPED : FieldState.REFUSED, reason),
                gone ? forgotten(person) : List.of()));
    }

    private static List<Former.Settled> forgotten(Waiting person) {
        return person.former().stream()
                .map(former -> new Former.Settled(former, null))
                .toList();
    }

    private Attempt again(Waiting person, Reason reason, OktaException refusal) {
        long wait = Backoff.after(person.attempts(), ThreadLocalRandom.current().nextDouble())
                .toMillis();
        return new Attempt(
                person,
                RowState.PENDING,
                System.currentTimeMillis() + wait,
                reason,
                PersonWrite.said(refusal),
                fields(person, FieldState.RETRIED, reason));
    }

    private List<FieldOutcome> fields(Waiting person, FieldState state, Reason reason) {
        List<FieldOutcome> fields = new ArrayList<>();
        for (Field field : List.of(Field.NUMBER, Field.EXTENSION)) {
            if (field.in(target.attributes()) != null) {
                fields.add(new FieldOutcome(
                        field, state, null, person.wanted(field).value(), reason));
            }
        }
        return fields;
    }
}
