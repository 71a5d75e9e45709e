-- The database's own GeoJSON of a box, prepared: what a service in front of it cannot be faster than by SQL.
\set x random(:west, :east)
\set y random(:south, :north)
SELECT ST_AsGeoJSON(t.*) FROM (
  SELECT * FROM landledger.plots
  WHERE geom && ST_MakeEnvelope(:x / 1e5, :y / 1e5, :x / 1e5 + :side, :y / 1e5 + :side, 4490)
  ORDER BY county, plot LIMIT :rows) t;
