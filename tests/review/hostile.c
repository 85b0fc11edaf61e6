/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile.h"

#include "pack-error.h"

#include <string.h>

static void
refuse_zip (Packing *self, GBytes *zip, int code)
{
  g_autoptr (GFile) file = packing_save (self, "hostile.accordpack", zip);

  packing_assert_refused (file, NULL, ACCORD_PACK_ERROR, code);
}

void
hostile_refuse (Packing *self, HostileChange change, int code)
{
  MadeFile files[HOSTILE_N_FILES + 2] = { { NULL } };
  MadeEnd end = { NULL };
  g_autoptr (GBytes) zip = NULL;
  guint n;

  g_assert_cmpuint (made_from (self, NULL, NULL, files), ==, HOSTILE_N_FILES);
  change (files, &end);
  for (n = 0; n < G_N_ELEMENTS (files) && files[n].name != NULL;)
    n++;
  zip = zip_make (files, n, &end);
  refuse_zip (self, zip, code);
  made_clear (files, n);
  g_clear_pointer (&end.before, g_bytes_unref);
  g_clear_pointer (&end.between, g_bytes_unref);
  g_clear_pointer (&end.before_end, g_bytes_unref);
  g_clear_pointer (&end.after, g_bytes_unref);
}

GBytes *
hostile_words (const char *text)
{
  return g_bytes_new (text, strlen (text));
}
