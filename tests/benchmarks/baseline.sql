-- What an analyst would write by hand over the same file: area, class and flags of each plot on 30 June 2026 by the package
-- "default". NULL is unknown; AND, OR and NOT of SQL treat it as the rules do. A limit is the text of a day so many years on:
-- 29 February moved to a common year compares as it should. It leaves out the facts of permit and foundation, delays, clauses,
-- measures, per-mu figures and the reasons, which evaluate writes.
ATTACH DATABASE 'STORE' AS park;
.mode list
.output TARGET
WITH facts AS MATERIALIZED (
  SELECT p.*,
    ST_Area(ST_Transform(SetSRID(GeomFromGPB(geom), 4490), 4526)) * 0.0015 AS drawn_mu,
    CASE WHEN in_production_on IS NOT NULL THEN in_production_on <= '2026-06-30' ELSE in_production END AS producing,
    CASE WHEN suspended_on IS NOT NULL THEN suspended_on <= '2026-06-30' ELSE suspended END AS halted,
    coalesce(
      (SELECT s.agreed_start FROM park.supplements s WHERE s.county = p.county AND s.plot = p.plot
        AND s.agreed_start IS NOT NULL AND (s.signed_on IS NULL OR s.signed_on <= '2026-06-30') ORDER BY s.seq DESC LIMIT 1),
      agreed_start,
      (substr(actual_delivery, 1, 4) + 1) || substr(actual_delivery, 5)) AS start_day,
    coalesce(
      (SELECT s.agreed_completion FROM park.supplements s WHERE s.county = p.county AND s.plot = p.plot
        AND s.agreed_completion IS NOT NULL AND (s.signed_on IS NULL OR s.signed_on <= '2026-06-30') ORDER BY s.seq DESC LIMIT 1),
      agreed_completion) AS completion_day,
    (SELECT y.tax FROM park.plot_years y WHERE y.county = p.county AND y.plot = p.plot AND y.year <= 2025
      AND y.tax IS NOT NULL ORDER BY y.year DESC LIMIT 1) AS last_tax,
    coalesce(stated_mu, measured_mu) AS land_mu,
    CASE granted_use WHEN '工业用地' THEN 1 WHEN '仓储用地' THEN 1 WHEN '商服用地' THEN 2 WHEN '城镇住宅用地' THEN 3 END AS granted,
    CASE actual_use WHEN '工业用地' THEN 1 WHEN '仓储用地' THEN 1 WHEN '商服用地' THEN 2 WHEN '城镇住宅用地' THEN 3 END AS actual
  FROM park.plots p
  WHERE ended_on IS NULL OR ended_on > '2026-06-30'
),
states AS (
  SELECT *,
    CASE
      WHEN stage = 'supplied' THEN 1
      WHEN stage IN ('approved', 'reserve') THEN 0
      WHEN coalesce(signed_on, price, contract_number, supply_way, agreed_start, actual_delivery) IS NOT NULL THEN 1
    END AS supplied,
    CASE
      WHEN begun_on IS NOT NULL THEN begun_on <= '2026-06-30'
      WHEN begun IS NOT NULL THEN begun
      WHEN halted = 1 OR producing = 1 OR completed = 1 THEN 1
    END AS has_begun,
    CASE
      WHEN completed_on IS NOT NULL THEN completed_on <= '2026-06-30'
      WHEN completed IS NOT NULL THEN completed
      WHEN producing = 1 THEN 1
    END AS is_completed,
    CASE WHEN resumed_on <= '2026-06-30' AND resumed_on >= suspended_on THEN 0 ELSE halted END AS stopped,
    granted = 1 AS workplace
  FROM facts
),
more AS (
  SELECT *,
    CASE WHEN producing = 1 THEN 1 WHEN is_completed IS NULL AND has_begun = 0 THEN 0 ELSE is_completed END AS built,
    NOT CASE WHEN is_completed IS NULL AND has_begun = 0 THEN 0 ELSE is_completed END AS unfinished
  FROM states
),
judged AS (
  SELECT *,
    supplied AND NOT has_begun AND '2026-06-30' > (substr(start_day, 1, 4) + 1) || substr(start_day, 5) AS not_started,
    supplied AND has_begun AND NOT is_completed
      AND (developed_mu * 3 < developable_mu OR invested * 4 < total_investment)
      AND stopped AND '2026-06-30' > (substr(suspended_on, 1, 4) + 1) || substr(suspended_on, 5) AS suspended_idle,
    CASE
      WHEN changed_mu > 0 THEN 1
      WHEN actual_use IS NULL AND changed_mu IS NOT NULL THEN 0
      WHEN actual_use IS NULL AND (producing = 0 OR (producing IS NOT 1 AND (is_completed = 0 OR has_begun = 0))) THEN 0
      WHEN granted_use = actual_use THEN 0
      ELSE granted <> actual
    END AND NOT use_change_approved AS changed,
    workplace AND built AND last_tax / nullif(land_mu, 0) < 30000 AS low_tax,
    workplace AND built AND coalesce(floor_mu / nullif(land_mu, 0), floor_area_ratio) < 1 AS low_ratio,
    workplace AND unfinished
      AND '2026-06-30' > (substr(completion_day, 1, 4) + 2) || substr(completion_day, 5) AS overdue,
    workplace AND built AND coalesce(fixed_investment <= agreed_investment * 0.5, 0)
      AND coalesce('2026-06-30' > (substr(completed_on, 1, 4) + 2) || substr(completed_on, 5), 0) AS shortfall,
    workplace AND coalesce(halted AND NOT coalesce(resumed_on <= '2026-06-30' AND resumed_on >= suspended_on, 0), 0)
      AND '2026-06-30' > (substr(suspended_on, 1, 4) + 1) || substr(suspended_on, 5) AS long_stopped,
    workplace AND built AND coalesce(safety IN ('C', 'D'), 0) AS unsafe,
    workplace AND coalesce(prohibited_sector, 0) AS prohibited,
    workplace AND coalesce(safety_or_environment_failed, 0) AS failed
  FROM more
),
classed AS (
  SELECT *,
    not_started OR suspended_idle AS idle,
    low_tax OR low_ratio OR overdue OR shortfall OR long_stopped OR unsafe OR prohibited OR failed AS low
  FROM judged
)
SELECT plot, drawn_mu,
  CASE
    WHEN stage = 'reserve' THEN 'reserve'
    WHEN stage = 'approved' THEN 'not-supplied'
    WHEN idle THEN 'idle'
    WHEN idle IS NULL THEN 'undetermined'
    WHEN changed THEN 'use-changed'
    WHEN changed IS NULL THEN 'undetermined'
    WHEN low THEN 'low-efficiency'
    WHEN low IS NULL THEN 'undetermined'
    ELSE 'in-order'
  END,
  idle, changed, low,
  supplied AND NOT has_begun AND '2026-06-30' > start_day AND NOT not_started,
  '2026-06-30' > completion_day AND unfinished,
  abs(stated_mu - drawn_mu) > stated_mu * 0.01
FROM classed;
