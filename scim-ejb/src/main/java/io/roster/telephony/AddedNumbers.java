package io.roster.telephony;

/**
 * What came of adding numbers.
 *
 * @param added how many the pool has now that it did not have
 * @param already how many it had already
 * @param workId the id of the {@link BulkWork} that adds them in the background; {@code null} where they are added
 */
public record AddedNumbers(int added, int already, String workId) {

    static final AddedNumbers NONE = new AddedNumbers(0, 0, null);

    AddedNumbers and(AddedNumbers more) {
        return new AddedNumbers(added + more.added, already + more.already, null);
    }
}
