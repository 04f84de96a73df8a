package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"k8s.io/klog"
)

var errConflict = errors.New(`Operation cannot be fulfilled on lease "night/importer": the object has been modified`)

func renew(attempt int) error {
	if attempt < 3 {
		return nil
	}
	return errConflict
}

func main() {
	klog.InitFlags(nil)
	flag.Set("logtostderr", "true")
	flag.Parse()
	defer klog.Flush()
	klog.InfoS("Starting importer", "holder", "host-1", "ttl", 15*time.Second)
	go func() {
		for i := 0; ; i++ {
			klog.V(0).Infof("shard %d indexed", i)
			time.Sleep(40 * time.Millisecond)
		}
	}()
	for i := 0; ; i++ {
		if err := renew(i); err != nil {
			fmt.Fprintln(os.Stderr, "importer: stepping down")
			klog.ErrorS(err, "Failed to renew lease", "attempt", i)
			klog.Fatalf("leaderelection lost: %v", err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}
