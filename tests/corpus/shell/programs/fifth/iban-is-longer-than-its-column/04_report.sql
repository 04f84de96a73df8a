select account, sum(cents) from bookings group by account;
