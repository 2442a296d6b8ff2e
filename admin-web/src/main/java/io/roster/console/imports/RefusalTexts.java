package io.roster.console.imports;

import io.roster.console.reader.Texts;
import io.roster.imports.CandidateRefused;
import io.roster.imports.ImportRunRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** What the import refuses to do, in the reader's language. */
@RequestScoped
public class RefusalTexts {

    @Inject
    private Texts texts;

    String of(CandidateRefused refused) {
        String key = "import.refused." + ReviewAddress.key(refused.reason());
        boolean unknown = refused.by() == null && refused.reason() == CandidateRefused.Reason.DECIDED;
        return texts.of(unknown ? key + ".unknown" : key, refused.by());
    }

    String of(ImportRunRefused refused) {
        return texts.word("import.run.refused", refused.reason());
    }
}
