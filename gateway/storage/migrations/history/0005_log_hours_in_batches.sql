-- Added requests are summed by the writer, a batch at a time: the trigger cost 5 us for each of them.
DROP TRIGGER log_hours_added;
