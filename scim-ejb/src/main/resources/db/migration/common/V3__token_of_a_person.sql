-- Whose token it is; null for one that belongs to a client and to no person. No foreign key: a token whose person was
-- deleted stays one that belonged to a person, and is refused, instead of becoming one that belongs to nobody.
alter table api_token add column person_id varchar(36);

-- The userName of the person to whom the actor's token belonged at that time.
alter table audit_event add column actor_user_name varchar(255);
