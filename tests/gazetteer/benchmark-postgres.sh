#!/usr/bin/env bash
# The same names and queries through PostgreSQL's pg_trgm, then names_benchmark with its answers beside the others.
# Wants a PostgreSQL server's programs (packages postgresql, postgresql-contrib); the cluster lives in a folder of
# its own and goes at the end.
#   tests/gazetteer/benchmark-postgres.sh NAMES_BENCHMARK GAZETTEER [QUERIES [SEED]]
set -euo pipefail
benchmark=$1 gazetteer=$(realpath "$2") queries=${3:-1000} seed=${4:-1}
bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -1)")
folder=$(mktemp -d)
as_user=()
if [ "$(id -u)" = 0 ]; then   # the server refuses to run as root
    chown nobody "$folder"
    as_user=(setpriv --reuid nobody --clear-groups)
fi
stop() { "${as_user[@]}" "$bin/pg_ctl" -D "$folder/cluster" -m immediate stop > "$folder/stop.log" 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
cd "$folder"
"${as_user[@]}" "$bin/initdb" -D "$folder/cluster" -U bench -E UTF8 --locale C.UTF-8 > /dev/null
"${as_user[@]}" "$bin/pg_ctl" -D "$folder/cluster" -w -l "$folder/cluster/log" \
    -o "-k $folder -c listen_addresses= -c shared_buffers=1GB -c fsync=off" start > /dev/null
mkdir "$folder/tables"
"$benchmark" "$gazetteer" "$queries" "$seed" --tables "$folder/tables"
sql() { psql -q -v ON_ERROR_STOP=1 -h "$folder" -U bench -d postgres "$@"; }
sql -c "CREATE EXTENSION pg_trgm; CREATE TABLE names(name text); CREATE TABLE queries(id int, asked text);
        CREATE TABLE answers(id int, ms float8, found text)" \
    -c "\\copy names from '$folder/tables/names.tsv'" -c "\\copy queries from '$folder/tables/queries.tsv'" \
    -c "CREATE INDEX names_trgm ON names USING gin (name gin_trgm_ops)" -c "ANALYZE"
sql <<'SQL'
DO $$
DECLARE q record; t timestamptz; f text;
BEGIN
    PERFORM set_limit(0.3);
    FOR q IN SELECT * FROM queries ORDER BY id LOOP
        t := clock_timestamp();
        SELECT string_agg(name, E'\t') INTO f FROM
            (SELECT name FROM names WHERE name % q.asked ORDER BY similarity(name, q.asked) DESC LIMIT 200) s;
        INSERT INTO answers VALUES (q.id, 1000 * extract(epoch FROM clock_timestamp() - t), f);
    END LOOP;
END $$;
SQL
sql -At -F "$(printf '\t')" -c "SELECT id, ms, coalesce(found, '') FROM answers ORDER BY id" > "$folder/answers.tsv"
"$benchmark" "$gazetteer" "$queries" "$seed" --answers "$folder/answers.tsv" "pg_trgm GIN, 200 best by edit distance"
