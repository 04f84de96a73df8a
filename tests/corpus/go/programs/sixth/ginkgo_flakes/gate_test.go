package gate

import (
	"errors"
	"fmt"
	"os"
	"testing"

	. "github.com/onsi/ginkgo"
)

func TestGate(t *testing.T) {
	RunSpecs(t, "Gate suite")
}

var attempts int

var _ = Describe("the gate", func() {
	It("opens for a known card", func() {
		fmt.Fprintln(GinkgoWriter, "card 17 ok")
	})
	It("refuses an unknown card", func() {
		err := errors.New("card 99: access denied")
		fmt.Fprintln(os.Stderr, "gate: ERROR:", err)
	})
	It("answers in time", func() {
		attempts++
		if attempts < 3 {
			Fail(fmt.Sprintf("timed out after %d ms", 100*attempts))
		}
	})
	PIt("survives a power failure", func() { Fail("not yet") })
})
