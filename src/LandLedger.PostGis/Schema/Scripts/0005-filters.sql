-- What filters ask for and the server answers otherwise, or with an error.

-- Sums, products and so on of doubles, beyond their range an infinity or 0; unknown where there is none.
CREATE FUNCTION filter_number(sign text, a float8, b float8) RETURNS float8 LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  infinity CONSTANT float8 := 'Infinity';
  rest float8 := abs(a);
  step float8;
BEGIN
  IF b = 0 AND sign IN ('/', '%', 'div') OR sign = '%' AND rest = infinity THEN
    RETURN NULL;
  END IF;
  IF sign = '%' THEN
    -- Every step is exact.
    WHILE rest >= abs(b) LOOP
      step := abs(b);
      WHILE step <= rest - step LOOP
        step := step * 2;
      END LOOP;
      rest := rest - step;
    END LOOP;
    RETURN CASE WHEN a < 0 THEN -rest ELSE rest END;
  END IF;
  RETURN nullif(
    CASE sign
      WHEN '+' THEN a + b
      WHEN '-' THEN a - b
      WHEN '*' THEN a * b
      WHEN '/' THEN a / b
      WHEN 'div' THEN trunc(a / b)
      WHEN '^' THEN power(a, b)
    END,
    'NaN'
  );
EXCEPTION
  WHEN invalid_argument_for_power_function THEN
    RETURN CASE WHEN a = 0 THEN infinity END;
  WHEN numeric_value_out_of_range THEN
    RETURN CASE
      WHEN sign IN ('+', '-') THEN sign(a) * infinity
      WHEN sign = '^' THEN
        CASE WHEN (abs(a) > 1) <> (b > 0) THEN 0 WHEN a < 0 AND b / 2 <> trunc(b / 2) THEN -infinity ELSE infinity END
      WHEN ln(abs(a)) + CASE sign WHEN '*' THEN 1 ELSE -1 END * ln(abs(b)) < 0 THEN 0
      ELSE sign(a) * sign(b) * infinity
    END;
END
$$;

-- How two geometries lie to each other.
CREATE FUNCTION filter_relation(relation text, a geometry, b geometry) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  RETURN CASE relation
    WHEN 'intersects' THEN ST_Intersects(a, b)
    WHEN 'disjoint' THEN NOT ST_Intersects(a, b)
    WHEN 'equals' THEN ST_Equals(a, b)
    WHEN 'touches' THEN ST_Touches(a, b)
    WHEN 'within' THEN ST_Within(a, b)
    WHEN 'overlaps' THEN ST_Overlaps(a, b)
    WHEN 'crosses' THEN ST_Crosses(a, b)
    WHEN 'contains' THEN ST_Contains(a, b)
    WHEN 'covers' THEN ST_Covers(a, b)
    WHEN 'interiors' THEN ST_Relate(a, b, 'T********')
  END;
EXCEPTION
  -- An outline that crosses itself.
  WHEN internal_error THEN
    IF ST_IsValid(a) AND ST_IsValid(b) THEN
      RAISE;
    END IF;
    RETURN filter_relation(relation, ST_MakeValid(a), ST_MakeValid(b));
END
$$;
