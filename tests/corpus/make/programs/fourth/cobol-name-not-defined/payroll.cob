identification division.
program-id. payroll.
data division.
working-storage section.
01 gross pic 9(5)v99 value 2400.
01 net pic 9(5)v99.
procedure division.
    compute net = gross - tax.
    display net.
    stop run.
