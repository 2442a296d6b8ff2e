package io.roster.console.numbers;

import io.roster.console.reader.Identity;
import io.roster.console.reader.Preferences;
import io.roster.console.reader.Texts;
import io.roster.telephony.AddedNumbers;
import io.roster.telephony.E164;
import io.roster.telephony.LineProblem;
import io.roster.telephony.NumberPool;
import io.roster.telephony.NumberRefused;
import io.roster.telephony.NumberRefused.Reason;
import io.roster.telephony.NumberUpload;
import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Numbers that come into the pool: one, a range, or those of a file, which is shown before it is taken. */
@Named
@ViewScoped
public class NewNumbers implements Serializable {

    private static final long serialVersionUID = 1L;

    /** 8 MB, as the page says; the server itself takes more, so that the page can answer. */
    private static final long LARGEST = 8L << 20;

    /**
     * A country whose national form is understood.
     *
     * @param region its ISO 3166 code
     * @param name what the reader calls it, with its calling code
     */
    public record Country(String region, String name) implements Serializable {}

    @EJB
    private NumberPool pool;

    @Inject
    private NumberTexts words;

    @Inject
    private Texts texts;

    @Inject
    private Preferences preferences;

    @Inject
    private Identity identity;

    private String first;
    private String last;
    private String region;
    private String fileRegion;
    private ArrayList<String> offered;
    private NumberUpload upload;
    private String fileName;

    // Not part of a session that is written to the database
    private transient Part file;

    /** Only administrators may add numbers. */
    public void open() throws IOException {
        if (!identity.isAdministrator()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "administrators only");
            faces.responseComplete();
        }
    }

    /** @return where it goes on, by a redirect; {@code null} when it was refused */
    public String add() {
        return add(false);
    }

    /**
     * Adds what was refused because no numbering plan has it. What was typed since is checked as usual.
     *
     * @return as {@link #add}
     */
    public String addAnyway() {
        return add(typed().equals(offered));
    }

    private String add(boolean anyway) {
        try {
            offered = null;
            if (last != null) {
                return added(pool.addRange(first, last, region, anyway));
            }
            words.done("number.added", words.shown(pool.add(first, region, anyway)));
            return "numbers?faces-redirect=true";
        } catch (NumberRefused refused) {
            offered = refused.reason() == Reason.NOT_IN_PLAN ? typed() : null;
            words.show(refused, "one:first");
            return null;
        }
    }

    private ArrayList<String> typed() {
        return new ArrayList<>(Arrays.asList(first, last, region));
    }

    /** Reads the file and says what stands in it. */
    public void check() throws IOException {
        if (file == null || file.getSize() == 0 || file.getSize() > LARGEST) {
            boolean large = file != null && file.getSize() > LARGEST;
            FacesMessage message = new FacesMessage(texts.of(large ? "number.file.large" : "number.file.choose"));
            message.setSeverity(FacesMessage.SEVERITY_ERROR);
            FacesContext.getCurrentInstance().addMessage("many:file", message);
            return;
        }
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            upload = pool.check(reader, fileRegion);
            fileName = file.getSubmittedFileName();
        } catch (NumberRefused refused) {
            words.show(refused, "many:file");
        } finally {
            file.delete();
            file = null;
        }
    }

    /**
     * Adds the numbers of the file.
     *
     * @param anyway whether those are wanted, too, that no numbering plan has
     * @return where it goes on, by a redirect; {@code null} when it was refused
     */
    public String confirm(boolean anyway) {
        try {
            return added(pool.confirm(upload.id(), anyway));
        } catch (NumberRefused refused) {
            upload = null;
            words.show(refused, null);
            return null;
        }
    }

    /** Forgets the file that was read. */
    public void discard() {
        upload = null;
    }

    private String added(AddedNumbers added) {
        if (added.workId() != null) {
            return "work?faces-redirect=true&id=" + added.workId();
        }
        words.done("number.added.many", added.added(), added.already());
        return "numbers?faces-redirect=true";
    }

    /** @return whether what was typed can be added deliberately, although no numbering plan has it */
    public boolean isOffered() {
        return offered != null;
    }

    /**
     * @param problem what is wrong in a line
     * @return the sentence
     */
    public String sentence(LineProblem problem) {
        return problem.reason() == Reason.TWICE
                ? texts.of(NumberTexts.key(Reason.TWICE), problem.text(), problem.earlier())
                : texts.of(NumberTexts.key(problem.reason()), words.shown(problem.text()));
    }

    /** @return all countries, by what the reader calls them */
    public List<Country> getCountries() {
        Locale reader = preferences.getLocale();
        Collator order = Collator.getInstance(reader);
        return E164.regions().stream()
                .map(code -> new Country(
                        code,
                        new Locale.Builder().setRegion(code).build().getDisplayCountry(reader) + " (+"
                                + E164.callingCode(code) + ")"))
                .sorted(Comparator.comparing(Country::name, order))
                .toList();
    }

    /** @return what stands in the file; {@code null} before one was read */
    public NumberUpload getUpload() {
        return upload;
    }

    /** @return what the file is called */
    public String getFileName() {
        return fileName;
    }

    /** @return the first number, or the only one */
    public String getFirst() {
        return first;
    }

    /** @param first the first number, or the only one */
    public void setFirst(String first) {
        this.first = first;
    }

    /** @return the last number; {@code null} for only one */
    public String getLast() {
        return last;
    }

    /** @param last the last number; {@code null} for only one */
    public void setLast(String last) {
        this.last = last;
    }

    /** @return the country whose national form is understood; {@code null} for none */
    public String getRegion() {
        return region;
    }

    /** @param region the country whose national form is understood */
    public void setRegion(String region) {
        this.region = region;
    }

    /** @return the country whose national form is understood in the file; {@code null} for none */
    public String getFileRegion() {
        return fileRegion;
    }

    /** @param fileRegion the country whose national form is understood in the file */
    public void setFileRegion(String fileRegion) {
        this.fileRegion = fileRegion;
    }

    /** @return the file that is being sent */
    public Part getFile() {
        return file;
    }

    /** @param file the file that is being sent */
    public void setFile(Part file) {
        this.file = file;
    }
}
