package io.roster.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two users of Okta who match the same person: an administrator chooses. Who matches exactly goes before who has the same
 * name. Pure.
 *
 * @param findings of a page, with conflicts in place of what is contested
 * @param lost ids of candidates of other pages that become conflicts
 */
record Contest(List<Finding> findings, List<String> lost) {

    private static final int EXACT = 2;
    private static final int PARTIAL = 1;

    private record Claim(String oktaId, int strength) {}

    /**
     * Decides.
     *
     * @param page what was found on a page
     * @param others candidates of other users who match the same people, those who are open
     */
    static Contest of(List<Finding> page, Collection<StoredCandidate> others) {
        Map<String, List<Claim>> claims = new HashMap<>();
        page.stream()
                .filter(finding -> finding.matchId() != null)
                .forEach(finding -> claim(claims, finding.matchId(), finding.oktaId(), finding.kind()));
        others.forEach(other -> claim(claims, other.matchId(), other.oktaId(), strengthKind(other)));
        List<Finding> decided = page.stream()
                .map(finding -> loses(claims, finding.matchId(), finding.oktaId()) ? finding.contested() : finding)
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> lost = others.stream()
                .filter(other -> other.kind() != CandidateKind.CONFLICT && other.decidedBy() == null)
                .filter(other -> loses(claims, other.matchId(), other.oktaId()))
                .map(StoredCandidate::id)
                .toList();
        return new Contest(decided, lost);
    }

    // A contested candidate keeps by its matches what it was: names are equal in a partial match only.
    private static CandidateKind strengthKind(StoredCandidate candidate) {
        boolean byNames = CandidateMatch.read(candidate.matches()).stream()
                .allMatch(match -> match.equal().equals(PersonMatching.NAMES));
        return byNames ? CandidateKind.PARTIAL : CandidateKind.EXACT;
    }

    private static void claim(Map<String, List<Claim>> claims, String personId, String oktaId, CandidateKind kind) {
        claims.computeIfAbsent(personId, id -> new ArrayList<>())
                .add(new Claim(oktaId, kind == CandidateKind.PARTIAL ? PARTIAL : EXACT));
    }

    private static boolean loses(Map<String, List<Claim>> claims, String personId, String oktaId) {
        List<Claim> all = claims.getOrDefault(personId, List.of());
        int own = all.stream()
                .filter(claim -> claim.oktaId().equals(oktaId))
                .mapToInt(Claim::strength)
                .max()
                .orElse(EXACT);
        return all.stream().anyMatch(claim -> !claim.oktaId().equals(oktaId) && claim.strength() >= own);
    }
}
