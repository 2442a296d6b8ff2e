package io.roster.imports;

import java.time.Instant;
import java.util.List;

/**
 * Something that an import found to do about a user or group of Okta, as pages show it. Once it is
 * {@linkplain CandidateState#CONFIRMED confirmed}, the person or group with {@code rosterId} becomes what Okta says; without
 * a {@code rosterId} a new one is made, whatever the kind is.
 *
 * @param id of the candidate
 * @param preview the id of the dry run that found it; empty for what is to be done
 * @param runId the run that found it
 * @param group whether it is about a group; otherwise about a person
 * @param oktaId Okta's id
 * @param oktaName what Okta calls it
 * @param kind how it meets what Roster has
 * @param state how far it has come
 * @param rosterId the person or group that it is about, or {@code null}
 * @param rosterName what that is called, or {@code null}
 * @param matches who has the same values; empty where that is not what the kind is about
 * @param differences what would change: a JSON array as in {@link io.roster.audit.AuditEvent#getChanges()}, or {@code null}
 * @param wanted the resource as SCIM would send it, or {@code null} where nothing of it counts
 * @param refusal why it could not be applied, or {@code null}
 * @param found when
 * @param decided when, or {@code null}
 * @param decidedBy the administrator, or {@code null}
 * @param applied when, or {@code null}
 */
public record Candidate(
        String id,
        String preview,
        String runId,
        boolean group,
        String oktaId,
        String oktaName,
        CandidateKind kind,
        CandidateState state,
        String rosterId,
        String rosterName,
        List<CandidateMatch> matches,
        String differences,
        String wanted,
        String refusal,
        Instant found,
        Instant decided,
        String decidedBy,
        Instant applied) {}
