package io.roster.mail;

import io.roster.mail.MailRefused.Reason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mail addresses as Roster takes them: ASCII, without display name, comment and quotes. Nothing that matches can end a
 * header or a command of SMTP.
 */
final class MailAddresses {

    /** So few that a mail is through within the time for which it is claimed, however slow the server is. */
    static final int MOST = 10;

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")*");
    private static final int LONGEST = 254;
    private static final int SHOWN = 80;

    private MailAddresses() {}

    /**
     * @throws MailRefused {@link Reason#SENDER}
     */
    static String sender(String typed) {
        String address = typed == null ? "" : typed.strip();
        if (!isOne(address)) {
            throw new MailRefused(Reason.SENDER, "sender", shown(address));
        }
        return address;
    }

    /**
     * Addresses that are separated by commas, semicolons, blanks or line ends, each once.
     *
     * @param field the input, for what is refused
     * @throws MailRefused {@link Reason#RECIPIENT} with the one that is none, or {@link Reason#TOO_MANY}
     */
    static List<String> list(String typed, String field) {
        List<String> all = Stream.of((typed == null ? "" : typed).split("[\\s,;]+"))
                .filter(address -> !address.isEmpty())
                .toList();
        all.stream().filter(address -> !isOne(address)).findFirst().ifPresent(wrong -> {
            throw new MailRefused(Reason.RECIPIENT, field, shown(wrong));
        });
        List<String> once = all.stream()
                .filter(address -> all.stream()
                                .filter(address::equalsIgnoreCase)
                                .findFirst()
                                .orElseThrow()
                        == address)
                .toList();
        if (once.size() > MOST) {
            throw new MailRefused(Reason.TOO_MANY, field, Integer.toString(MOST));
        }
        return once;
    }

    static boolean holds(List<String> addresses, String one) {
        return addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList()
                .contains(one.toLowerCase(Locale.ROOT));
    }

    private static boolean isOne(String address) {
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches();
    }

    private static String shown(String wrong) {
        return wrong.length() <= SHOWN ? wrong : wrong.substring(0, SHOWN) + "…";
    }
}
