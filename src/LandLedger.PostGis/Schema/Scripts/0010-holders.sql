-- The few plots of a holder, in order of their key. Zones and uses have so many that they are met soon along the key.
CREATE INDEX plots_holder ON plots (holder COLLATE "C", county, plot);
