module smoothing
  implicit none
contains
  subroutine smooth(u, n)
    real(8), intent(inout) :: u(:)
    integer, intent(in) :: n
    integer :: i
    do i = 2, n
      u(i) = 0.5d0 * (u(i - 1) + u(i + 1))
    end do
  end subroutine
end module
program relax
  use smoothing
  implicit none
  real(8), allocatable :: u(:)
  integer :: sweep
  allocate(u(10))
  u = 1d0
  do sweep = 1, 3
    call smooth(u, 7 + sweep)
    write(*, '(a, i2, a, f8.4)') ' sweep', sweep, '  mean error', sum(u) / 10
    flush(6)
  end do
end program
