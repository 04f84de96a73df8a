program heat
  use grid
  implicit none
  real(8) :: field(16, 16)
  integer :: step
  field = 1.0d0
  do step = 1, 10
    call relax(field, step)
  end do
  print *, sum(field)
end program
