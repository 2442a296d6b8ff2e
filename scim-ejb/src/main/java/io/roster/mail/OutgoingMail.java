package io.roster.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A mail to administrators in the outbox. It is in UTF-8, and plain text. */
@Entity
@Table(name = "mail_outbox")
public class OutgoingMail {

    private static final int LONGEST_SUBJECT = 255;

    @Id
    private String id;

    private String subject;

    private String content;

    @Column(name = "created_at")
    private Instant created;

    @Enumerated(EnumType.STRING)
    private MailState state = MailState.WAITING;

    private int attempts;

    @Column(name = "due_at")
    private Instant due;

    private String claim;

    @Column(name = "claimed_until")
    private Instant claimedUntil = Instant.EPOCH;

    private String remaining;

    @Enumerated(EnumType.STRING)
    private MailProblem problem;

    private String detail;

    @Column(name = "ended_at")
    private Instant ended;

    protected OutgoingMail() {}

    OutgoingMail(String id, String subject, String content, Instant now) {
        this.id = id;
        // One line, so that no subject can become another header.
        String line = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        this.subject = line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
        this.content = content;
        created = now;
        due = now;
    }

    boolean isClaimable(Instant now) {
        return state == MailState.WAITING && !due.isAfter(now) && !claimedUntil.isAfter(now);
    }

    void claim(String by, Instant until) {
        claim = by;
        claimedUntil = until;
    }

    boolean isClaimedBy(String by) {
        return by.equals(claim);
    }

    void release() {
        claim = null;
        claimedUntil = Instant.EPOCH;
        attempts++;
    }

    void sent(Instant now) {
        state = MailState.SENT;
        remaining = null;
        problem = null;
        detail = null;
        ended = now;
    }

    void troubled(MailTrouble trouble) {
        problem = trouble.problem();
        detail = trouble.detail();
    }

    void leave(List<String> addresses) {
        remaining = addresses.isEmpty() ? null : String.join(" ", addresses);
    }

    void retry(Instant at) {
        state = MailState.WAITING;
        due = at;
        ended = null;
    }

    void park(Instant now) {
        state = MailState.PARKED;
        ended = now;
    }

    void forgetAttempts() {
        attempts = 0;
    }

    /** Who is still to get it: those who have not got it yet, of those who get notices now. */
    List<String> recipients(List<String> noticed) {
        return remaining == null
                ? noticed
                : List.of(remaining.split(" ")).stream()
                        .filter(address -> MailAddresses.holds(noticed, address))
                        .toList();
    }

    boolean isPartlySent() {
        return remaining != null;
    }

    /** @return a UUID, which its {@code Message-ID} is made of */
    public String getId() {
        return id;
    }

    /** @return the subject, one line */
    public String getSubject() {
        return subject;
    }

    /** @return the text */
    public String getContent() {
        return content;
    }

    /** @return when it was written */
    public Instant getCreated() {
        return created;
    }

    /** @return what became of it */
    public MailState getState() {
        return state;
    }

    /** @return how often it was tried */
    public int getAttempts() {
        return attempts;
    }

    /** @return when it is tried next, while it waits */
    public Instant getDue() {
        return due;
    }

    /** @return why it could not be sent; {@code null} before it was tried, and once it is sent */
    public MailProblem getProblem() {
        return problem;
    }

    /** @return what the mail server said of it; may be {@code null} */
    public String getDetail() {
        return detail;
    }

    /** @return since when it is sent or parked; {@code null} while it waits */
    public Instant getEnded() {
        return ended;
    }
}
