package io.roster.entitlement;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A type of licence, such as a seat of the phone system. */
@Entity
@Table(name = "license")
public class License extends Entitlement {

    protected License() {}

    License(String id) {
        super(id);
    }

    @Override
    public EntitlementType getType() {
        return EntitlementType.LICENSE;
    }
}
