package io.roster.console.people;

import io.roster.user.ServiceCriterion;

/** How an address names the services that people of a list must or must not have. */
final class ServicesKey {

    private static final String NOT = "no-";
    private static final String LICENSE = "license-";

    private ServicesKey() {}

    /** Empty input, and whatever else names nothing, is {@code null}: no such filter. */
    static ServiceCriterion parse(String key) {
        if (key == null) {
            return null;
        }
        boolean present = !key.startsWith(NOT);
        String service = present ? key : key.substring(NOT.length());
        if (service.equals("number")) {
            return ServiceCriterion.number(present);
        } else if (service.equals("extension")) {
            return ServiceCriterion.extension(present);
        }
        String license = service.startsWith(LICENSE) ? service.substring(LICENSE.length()) : "";
        return license.isEmpty() ? null : ServiceCriterion.license(license, present);
    }

    static String of(ServiceCriterion service) {
        if (service == null) {
            return PeopleAddress.ALL;
        }
        String name = service.value() != null
                ? LICENSE + service.value()
                : service.equals(ServiceCriterion.number(service.present())) ? "number" : "extension";
        return service.present() ? name : NOT + name;
    }
}
