package io.roster.syncback;

import jakarta.ejb.Stateless;

@Stateless
public class X {}
