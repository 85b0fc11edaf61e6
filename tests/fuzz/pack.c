/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include "pack-error.h"
#include "pack-private.h"
#include "zip-in.h"

#include <string.h>

/* No file of a zip is asked for more of. */
#define MOST (1024 * 1024)

static void
check_error (const GError *error)
{
  g_assert_true (error != NULL && error->domain == ACCORD_PACK_ERROR
                 && g_utf8_validate (error->message, -1, NULL));
}

static gboolean
count (const guint8 *bytes, gsize n_bytes, gpointer data, GError **error)
{
  gsize *left = data;

  g_assert_cmpuint (n_bytes, <=, *left);
  *left -= n_bytes;
  return TRUE;
}

/* The zip by itself, which a signature keeps a made-up pack from. */
static void
read_zip (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (AccordZipIn) zip = accord_zip_in_new (stream);
  g_autoptr (GError) error = NULL;
  const AccordZipEntry *entry;

  while ((entry = accord_zip_in_next (zip, NULL, &error)) != NULL)
    {
      const guint32 wanted =
          entry->size != 0 || (entry->flags & ACCORD_ZIP_LATER) == 0 ? MIN (entry->size, MOST) : 200;
      gsize left = wanted;

      if (!accord_zip_in_read (zip, wanted, count, &left, NULL, &error))
        break;
      g_assert_cmpuint (left, ==, 0);
    }
  if (error != NULL || !accord_zip_in_finish (zip, NULL, &error))
    check_error (error);
}

static void
read_pack (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/fuzz.accordpack");
  g_autoptr (AccordPack) pack = accord_pack_new (file, NULL);
  const AccordPackReading reading = { .pack = pack, .packed = (gint64) size };
  g_autoptr (GError) error = NULL;

  if (!accord_pack_read_stream (&reading, stream, &error))
    check_error (error);
}

/* What is read can be written, and is then read as the same. */
static void
read_manifest (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPackManifest) manifest =
      accord_pack_manifest_parse ((const char *) data, (gssize) size, &error);
  g_autoptr (AccordPackManifest) again = NULL;
  g_autofree char *one = NULL, *other = NULL;

  if (manifest == NULL)
    {
      check_error (error);
      return;
    }
  one = accord_pack_manifest_dup_json (manifest);
  again = accord_pack_manifest_parse (one, -1, &error);
  g_assert_no_error (error);
  other = accord_pack_manifest_dup_json (again);
  g_assert_cmpstr (one, ==, other);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size > 2 && memcmp (data, "PK", 2) == 0)
    {
      read_zip (data, size);
      read_pack (data, size);
    }
  else
    read_manifest (size > 0 ? data : (const uint8_t *) "", size);
  return 0;
}
