package main

import (
	"errors"
	"flag"
	"time"

	"k8s.io/klog"
)

type item struct {
	key   string
	fails int
}

func reconcile(i *item) error {
	if i.fails > 0 {
		i.fails--
		return errors.New("dial tcp 127.0.0.1:6443: connect: connection refused")
	}
	return nil
}

func main() {
	klog.InitFlags(nil)
	flag.Set("logtostderr", "true")
	flag.Parse()
	defer klog.Flush()
	queue := []*item{{"volumes/a", 0}, {"volumes/b", 2}, {"volumes/c", 1}}
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		if err := reconcile(next); err != nil {
			klog.ErrorS(err, "Reconciler error, will be requeued", "key", next.key, "retriesLeft", 5-next.fails)
			klog.Warningf("requeue %s in %s", next.key, 10*time.Millisecond)
			time.Sleep(10 * time.Millisecond)
			queue = append(queue, next)
			continue
		}
		klog.InfoS("Reconciled", "key", next.key)
	}
	klog.InfoS("Queue is empty", "errors", 3, "failed", 0)
}
