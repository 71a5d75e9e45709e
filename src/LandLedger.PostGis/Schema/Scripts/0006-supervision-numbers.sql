-- Looking up the plots of a table that names them by supervision number.
CREATE INDEX plots_supervision_number ON plots (supervision_number) WHERE supervision_number IS NOT NULL;
