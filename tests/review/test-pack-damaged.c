/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile.h"

#include "pack-error.h"

static void
other_bytes (MadeFile *files, MadeEnd *end)
{
  g_autoptr (GBytes) old = files[4].bytes;

  files[4].bytes = packing_noise (g_bytes_get_size (old), 99);
}

static void
longer (MadeFile *files, MadeEnd *end)
{
  g_autoptr (GBytes) old = files[4].bytes;

  files[4].bytes = packing_noise (g_bytes_get_size (old) + 1, 1);
}

static void
longer_than_said (MadeFile *files, MadeEnd *end)
{
  g_autoptr (GBytes) more = packing_noise (g_bytes_get_size (files[4].bytes) + 100000, 1);

  files[4].method = 8;
  files[4].packed = zip_deflate (more);
}

static void
longer_and_later (MadeFile *files, MadeEnd *end)
{
  longer_than_said (files, end);
  files[4].later = TRUE;
}

static void
missing (MadeFile *files, MadeEnd *end)
{
  g_bytes_unref (files[5].bytes);
  files[5] = (MadeFile){ NULL };
}

static void
unlisted (MadeFile *files, MadeEnd *end)
{
  files[6] = (MadeFile){ .name = "documents/77", .bytes = hostile_words ("What is this?") };
}

static void
unlisted_in_directory (MadeFile *files, MadeEnd *end)
{
  files[5].only_local = TRUE;
}

static void
only_in_directory (MadeFile *files, MadeEnd *end)
{
  files[6] =
      (MadeFile){ .name = "documents/7", .bytes = hostile_words ("What is this?"), .only_central = TRUE };
}

static void
overlapping (MadeFile *files, MadeEnd *end)
{
  files[5].add_offset = -70100;
}

static void
other_name (MadeFile *files, MadeEnd *end)
{
  files[5].central_name = "documents/3";
}

static void
other_flags (MadeFile *files, MadeEnd *end)
{
  files[5].central_flags = 0x800;
}

static void
other_sum (MadeFile *files, MadeEnd *end)
{
  files[5].add_crc = 1;
}

static void
other_central_sum (MadeFile *files, MadeEnd *end)
{
  files[5].add_central_crc = 1;
}

static void
other_central_size (MadeFile *files, MadeEnd *end)
{
  files[5].add_central_size = 1;
}

static void
other_central_packed (MadeFile *files, MadeEnd *end)
{
  files[5].add_central_packed = 1;
}

static void
other_size (MadeFile *files, MadeEnd *end)
{
  files[5].add_size = 1;
}

static void
other_packed (MadeFile *files, MadeEnd *end)
{
  files[5].add_packed = 1;
}

static void
less_packed (MadeFile *files, MadeEnd *end)
{
  files[5].add_packed = -1;
}

static void
lying_descriptor (MadeFile *files, MadeEnd *end)
{
  files[5].later = TRUE;
  files[5].add_size = 1;
}

static void
commented_file (MadeFile *files, MadeEnd *end)
{
  files[5].comment = "PK";
}

static void
commented (MadeFile *files, MadeEnd *end)
{
  end->comment = "Hello";
}

static void
garbage_between (MadeFile *files, MadeEnd *end)
{
  end->between = hostile_words ("garbage");
}

static void
garbage_before_end (MadeFile *files, MadeEnd *end)
{
  end->before_end = hostile_words ("garbage");
}

static void
garbage_after (MadeFile *files, MadeEnd *end)
{
  end->after = hostile_words ("garbage");
}

static void
end_count (MadeFile *files, MadeEnd *end)
{
  end->add_count = 1;
}

static void
end_size (MadeFile *files, MadeEnd *end)
{
  end->add_size = 1;
}

static void
end_offset (MadeFile *files, MadeEnd *end)
{
  end->add_offset = 1;
}

static void
end_disk (MadeFile *files, MadeEnd *end)
{
  end->add_disk = 1;
}

static void
broken_extra (MadeFile *files, MadeEnd *end)
{
  files[5].extra = g_bytes_new_static ("UT\100\0\1", 5);
}

static void
not_deflate (MadeFile *files, MadeEnd *end)
{
  files[5].method = 8;
}

static void
test_damaged (Packing *self, gconstpointer data)
{
  static const HostileChange changes[] = {
    other_bytes,
    longer,
    longer_than_said,
    longer_and_later,
    missing,
    unlisted,
    other_name,
    other_flags,
    other_sum,
    other_central_sum,
    other_central_size,
    other_central_packed,
    other_size,
    other_packed,
    less_packed,
    lying_descriptor,
    commented_file,
    commented,
    garbage_between,
    garbage_before_end,
    garbage_after,
    end_count,
    end_size,
    end_offset,
    end_disk,
    broken_extra,
    not_deflate,
    overlapping,
    only_in_directory,
    unlisted_in_directory,
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%u", i);
      hostile_refuse (self, changes[i], ACCORD_PACK_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  PACK_TEST ("/pack/hostile/damaged", test_damaged);

  return packing_run ();
}
