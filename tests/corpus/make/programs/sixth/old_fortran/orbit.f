      PROGRAM ORBIT
      REAL X(3), ERROR
      INTEGER I, UNUSED
      COMMON /STATE/ X
      DO 10 I = 1, 3
   10 X(I) = 1.0 / (I - 2)
      ERROR = 0
      DO 20 I = 1, 3
      IF (X(I) - 1.0) 20, 20, 15
   15 ERROR = ERROR + TINY(ERROR) / 7
   20 CONTINUE
      IF (ERROR .EQ. 0.0) GOTO 30
      WRITE (*, *) 'ERROR', INT(ERROR), 'PERIODS', 3
   30 STOP
      END
