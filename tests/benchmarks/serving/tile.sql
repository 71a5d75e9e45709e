-- ST_AsMVT with the properties that our tiles have; a class and a measure that nobody had to work out stand in for ours.
\set column random(:west, :east)
\set row random(:north, :south)
WITH tile AS (SELECT ST_TileEnvelope(:zoom, :column, :row) AS box)
SELECT ST_AsMVT(t, 'plots', 4096, 'geom') FROM (
  SELECT ST_AsMVTGeom(ST_Transform(p.geom, 3857), tile.box) AS geom, p.plot AS id, p.stage AS category,
    p.granted_use AS measure, round(p.measured_mu::numeric, 2)::float8 AS mu
  FROM landledger.plots p, tile WHERE p.geom && ST_Transform(tile.box, 4490)) t;
