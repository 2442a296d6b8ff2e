package io.roster.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The SCIM service, below the context root {@code /scim}. */
@ApplicationPath("v2")
public class ScimApplication extends Application {}
