package io.roster.okta.simulator.population;

/**
 * Who a person is and where.
 *
 * @param country where the person lives
 * @param given given name in the country's script
 * @param family family name in the country's script
 * @param userName the login, an e-mail address
 */
record Face(Country country, String given, String family, String userName) {
    String fullName() {
        return country.fullName(given, family);
    }
}
