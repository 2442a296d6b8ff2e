package io.roster.console.reader;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the console in the reader's language. Pages say {@code text['…']} where nothing is filled in. */
@Named
@RequestScoped
public class Texts {

    @Inject
    private Preferences preferences;

    private Locale locale;
    private ResourceBundle bundle;

    /**
     * A sentence with its gaps filled.
     *
     * @param key the bundle's key
     * @param values what fills {@code {0}}, {@code {1}}…; numbers get the reader's separators
     * @return the sentence
     */
    public String of(String key, Object... values) {
        if (bundle == null) {
            locale = preferences.getLocale();
            bundle = ResourceBundle.getBundle("io.roster.console.text", locale);
        }
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /**
     * The word for a constant, such as the state of a token.
     *
     * @param prefix the beginning of the bundle's key
     * @param constant its name, in any case
     * @return the word
     */
    public String word(String prefix, Object constant) {
        return of(prefix + '.' + constant.toString().toLowerCase(Locale.ROOT));
    }
}
