-- Named queries of the catalog.

-- name: users_get
select wrapped_key, filed from users where place = ?

-- name: users_add
insert into users (place, tenant, user, wrapped_key, created) values (?, ?, ?, ?, ?) on conflict do nothing

-- name: users_filed
update users set filed = 1 where place = ?

-- name: tenants
select distinct tenant from users order by tenant

-- name: users_list
select user from users where tenant = ? and user > ? order by user limit 1000
