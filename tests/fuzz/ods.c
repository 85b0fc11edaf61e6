/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ods.h"

#include "target.h"

/* The register's files come as JSON and as rows; which of them it is shows by what is in it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  AccordOdsFile *file = accord_ods_read (raw, "register", NULL, &error);

  g_assert_true ((file != NULL) == (error == NULL));
  for (guint i = 0; file != NULL && i < file->entries->len; i++)
    g_assert_nonnull (((AccordOdsEntry *) file->entries->pdata[i])->code);
  g_clear_pointer (&file, accord_ods_file_free);
  return 0;
}
