package queue

import (
	"testing"

	. "gopkg.in/check.v1"
)

func Test(t *testing.T) { TestingT(t) }

type QueueSuite struct{ items []int }

var _ = Suite(&QueueSuite{})

func (s *QueueSuite) SetUpTest(c *C) { s.items = []int{3, 5} }

func (s *QueueSuite) TestOrder(c *C) { c.Check(s.items[0], Equals, 3) }

func (s *QueueSuite) TestPopOfAnEmptyQueuePanics(c *C) {
	s.items = nil
	c.Check(func() { _ = s.items[0] }, PanicMatches, ".*index out of range.*")
}

func (s *QueueSuite) TestPriorities(c *C) {
	c.ExpectFailure("priorities are not done, QUEUE-88")
	c.Assert(s.items, DeepEquals, []int{5, 3})
}

func (s *QueueSuite) TestCrashRecovery(c *C) { c.Skip("FATAL: no journal on this machine") }
