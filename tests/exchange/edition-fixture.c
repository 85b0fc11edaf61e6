/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-fixture.h"

#include "support.h"

#include <string.h>

AccordEditionFile *
edition_open_text (const char *text, AccordEditionWanted wanted, GError **error)
{
  GFile *file = test_file_new (text, strlen (text));
  AccordEditionFile *read = accord_edition_file_open (file, wanted, NULL, error);

  test_file_free (file);
  return read;
}

AccordEditionFile *
edition_require (const char *text)
{
  g_autoptr (GError) error = NULL;
  AccordEditionFile *file = edition_open_text (text, ACCORD_EDITION_ANY, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file->form);
  return file;
}

AccordRecord *
edition_get (AccordEditionFile *file, guint index)
{
  g_assert_cmpuint (file->drafts->len, >, index);
  return ((AccordEditionDraft *) file->drafts->pdata[index])->edition;
}

gboolean
edition_has_remark (AccordEditionFile *file, const char *words)
{
  for (guint i = 0; i < file->remarks->len; i++)
    if (strstr (file->remarks->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

AccordEditionFile *
edition_open_shared (const char *name)
{
  g_autofree char *path = g_build_filename ("data/unit-costs", name, NULL);
  g_autoptr (GFile) file = test_shared (path);
  g_autoptr (GError) error = NULL;
  AccordEditionFile *read = NULL;

  if (file == NULL || !g_file_query_exists (file, NULL))
    {
      g_test_skip_printf ("%s is not here", name);
      return NULL;
    }
  read = accord_edition_file_open (file, ACCORD_EDITION_ANY, NULL, &error);
  g_assert_no_error (error);
  return read;
}
