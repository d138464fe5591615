-- Schema 2: whoever looks for what has failed or was terminated reads these alone, and not every instance that has the prefix.
-- The condition stands in the query in the same words and order, or the index is not used.

CREATE INDEX instance_that_failed ON instance (id) WHERE status IN (3, 5);
