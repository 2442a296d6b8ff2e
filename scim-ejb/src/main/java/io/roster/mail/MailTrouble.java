package io.roster.mail;

/**
 * What went wrong with a mail.
 *
 * @param problem what
 * @param detail what the mail server, or the network, said of it; one line of 1,000 characters at most, maybe empty
 */
public record MailTrouble(MailProblem problem, String detail) {

    private static final int LONGEST = 1_000;

    /** Makes one line of the detail. */
    public MailTrouble {
        String line =
                detail == null ? "" : detail.replaceAll("\\p{Cntrl}+", " ").strip();
        detail = line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
