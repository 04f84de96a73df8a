insert into bookings values (1, 500), (3, 700);
