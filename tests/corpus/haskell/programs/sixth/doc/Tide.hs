-- | Heights of the tide. An unknown harbour raises 'UnknownHarbour', see "Tide.Errors".
--
-- >>> height "nowhere" 3
-- *** Exception: UnknownHarbour "nowhere"
-- CallStack (from HasCallStack):
--   error, called at Tide.hs:21:17 in main:Tide
--
-- >>> height "cuxhaven" 3
-- 3.1
module Tide (height, harbours, Fault (..)) where

import qualified Data.Map as M

-- | What may go wrong, 'fatalFault' is the worst.
data Fault = UnknownHarbour String | NoData Int deriving Show

-- | Height at an hour, in metres, 'Nothing' is never returned but 'Tide.Errors.raise' is called.
height :: String -> Int -> Double
height name hour = case M.lookup name harbours of
  Nothing -> error (show (UnknownHarbour name))
  Just mean -> mean + fromIntegral (hour `mod` 12) / 10

harbours :: M.Map String Double
harbours = M.fromList [("cuxhaven", 2.8), ("emden", 3.0)]
