/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus.h"

#include <string.h>

/* One of our own pages, which fuzzing begins with as well. */
GBytes *
corpus_load (const char *path)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", path, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (file, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

AccordCommitteePage *
corpus_read (const char *path, const char *address, GError **error)
{
  g_autoptr (GBytes) raw = corpus_load (path);
  const AccordReadOptions options = { .address = address };

  return accord_committee_read (raw, &options, NULL, error);
}

AccordCommitteePage *
corpus_read_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) raw = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return accord_committee_read (raw, NULL, NULL, error);
}

void
corpus_assert_span (AccordCommitteePage *page, AccordSpan span, const char *expected)
{
  g_autofree char *words = accord_committee_page_dup_span (page, span);

  g_assert_cmpstr (words, ==, expected);
}
