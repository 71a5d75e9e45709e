-- Plots that have ended are few; without them all others are counted by the key alone.
CREATE INDEX plots_ended ON plots (ended_on) WHERE ended_on IS NOT NULL;
