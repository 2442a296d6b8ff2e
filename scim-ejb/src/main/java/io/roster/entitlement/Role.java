package io.roster.entitlement;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What somebody may do, such as administer the phones. */
@Entity
@Table(name = "directory_role")
public class Role extends Entitlement {

    protected Role() {}

    Role(String id) {
        super(id);
    }

    @Override
    public EntitlementType getType() {
        return EntitlementType.ROLE;
    }
}
