/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spoken-words.h"

/* Plain English words for things, of which no two begin alike or differ by one letter only. Frozen: the words
 * that people wrote down for a key are made of them. */
static const char *const words[256] = {
  "acorn",   "alarm",    "album",    "amber",    "angle",    "apple",    "apron",   "arrow",   "atlas",
  "autumn",  "bacon",    "badge",    "bagel",    "banjo",    "basin",    "beard",   "bench",   "berry",
  "bishop",  "blanket",  "bonfire",  "bottle",   "brick",    "bridge",   "broom",   "bucket",  "button",
  "cabbage", "cactus",   "camel",    "candle",   "canoe",    "carpet",   "castle",  "cedar",   "cellar",
  "chalk",   "cheese",   "cherry",   "chimney",  "cider",    "circus",   "clover",  "cobweb",  "coffee",
  "comet",   "copper",   "coral",    "cotton",   "cousin",   "cradle",   "crayon",  "cricket", "crystal",
  "cushion", "daisy",    "dancer",   "dolphin",  "donkey",   "dragon",   "drum",    "duchess", "eagle",
  "easel",   "elbow",    "elephant", "engine",   "falcon",   "farmer",   "feather", "fiddle",  "flannel",
  "forest",  "fossil",   "fountain", "fox",      "freckle",  "garden",   "garlic",  "ginger",  "giraffe",
  "glove",   "goblet",   "goose",    "granite",  "grape",    "gravy",    "guitar",  "hammock", "harbour",
  "hazel",   "hedge",    "helmet",   "heron",    "honey",    "hotel",    "hunter",  "iceberg", "igloo",
  "infant",  "island",   "ivory",    "jacket",   "jasmine",  "jelly",    "jigsaw",  "jockey",  "judge",
  "jungle",  "juniper",  "kennel",   "kettle",   "kidney",   "kitchen",  "kitten",  "knuckle", "ladder",
  "lantern", "laundry",  "lavender", "lemon",    "leopard",  "letter",   "library", "lizard",  "lobster",
  "lupin",   "magnet",   "mango",    "maple",    "marble",   "meadow",   "melon",   "mermaid", "mirror",
  "mosaic",  "muffin",   "museum",   "mustard",  "napkin",   "needle",   "nephew",  "nutmeg",  "oak",
  "oatmeal", "ocean",    "olive",    "onion",    "orchard",  "organ",    "ostrich", "otter",   "oven",
  "owl",     "oxygen",   "oyster",   "palace",   "pancake",  "parrot",   "parsley", "pasture", "peacock",
  "pebble",  "pencil",   "pepper",   "piano",    "pickle",   "pigeon",   "pillow",  "planet",  "plaster",
  "pond",    "potato",   "prawn",    "puddle",   "pulpit",   "pumpkin",  "puppet",  "quarry",  "quilt",
  "rabbit",  "radish",   "raft",     "rainbow",  "raven",    "ribbon",   "river",   "robin",   "rocket",
  "rooster", "rudder",   "saddle",   "salmon",   "sandal",   "saucer",   "scarf",   "school",  "scissors",
  "shadow",  "shepherd", "shovel",   "silver",   "sister",   "sketch",   "sledge",  "snail",   "sofa",
  "spanner", "sparrow",  "spider",   "sponge",   "spoon",    "squirrel", "stable",  "statue",  "sugar",
  "sunset",  "swallow",  "tablet",   "tailor",   "teapot",   "temple",   "thistle", "thunder", "tiger",
  "timber",  "toast",    "tomato",   "tortoise", "tractor",  "trumpet",  "tulip",   "tunnel",  "turkey",
  "turnip",  "twig",     "umbrella", "uncle",    "vanilla",  "velvet",   "village", "vinegar", "violin",
  "volcano", "wagon",    "walnut",   "walrus",   "wardrobe", "window",   "winter",  "wolf",    "yacht",
  "yellow",  "yogurt",   "zebra",    "zipper"
};

/**
 * accord_spoken_word:
 * @value: a byte
 *
 * Returns: the word that stands for it when it is read out
 */
const char *
accord_spoken_word (guint8 value)
{
  return words[value];
}
