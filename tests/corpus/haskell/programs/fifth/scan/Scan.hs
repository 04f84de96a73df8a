{-# LANGUAGE ForeignFunctionInterface #-}
module Main (main) where

import Foreign.C.Types

foreign import ccall "halo_scan" haloScan :: CInt -> IO CInt
foreign import ccall "halo_close" haloClose :: IO ()

main :: IO ()
main = haloScan 4 >>= print >> haloClose
