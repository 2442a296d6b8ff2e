-- The events of one request: of an import all that it did, since its run's id is theirs.
create index audit_event_request on audit_event (request_id, id);
