/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the sample against the documents themselves: nothing in it is invented. */
#include "sample-fixture.h"
#include "words.h"

#include "fold.h"

#include <string.h>

/* A line that says that words of the document stand here which the sample does not keep. */
#define LEFT_OUT "…"

typedef struct
{
  Sample sample;
  GHashTable *documents;
  GHashTable *texts;
  guint n_wrong;
} Proof;

/* Fields that hold the document's own words, line by line. */
static const char *const verbatim[] = {
  "post.holder",
  "post.from-words",
  "body.from-words",
  "fund.amount-words",
  "caveat.text",
  "caveat.group",
  "claim.text",
  "finding.text",
  "action.text",
  "action.owner",
  "action.due-words",
  "option.name",
  "question.asked-by",
  "question.answered-by",
  "resolution.text",
  "endorsement.who",
  "endorsement.words",
  "endorsement.date-words",
  "meeting.time",
  "meeting.venue",
  "meeting.contact",
  "meeting.type",
  "meeting.page-kind",
  "item.title",
  "item.number",
  "item.proposed",
  "item.minutes",
  "item.contact",
  "milestone.date-words",
  "case.decision-due-words",
  "programme.until-words",
  "engagement.from-words",
  "engagement.until-words",
  "organisation.staff-words",
  "organisation.population-words",
  "organisation.opened-words",
  "organisation.website",
  "organisation.address",
  NULL,
};

static char *
find_documents (void)
{
  const char *shared = g_getenv ("ACCORD_SHARED");
  const char *source = g_getenv ("G_TEST_SRCDIR");
  char *folder = shared != NULL ? g_build_filename (shared, "seeds", NULL) : NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_free (folder);
      folder = g_build_filename (source != NULL ? source : ".", "..", "..", "shared", "seeds", NULL);
    }
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_clear_pointer (&folder, g_free);
  return folder;
}

static void
wrong (Proof *self, AccordRecord *record, const char *field, const char *what)
{
  g_autofree char *title = accord_record_dup_title (record);

  self->n_wrong++;
  g_test_message ("%s “%s”, %s: %s", accord_record_get_kind (record)->name, title, field, what);
}

static void
read_documents (Proof *self, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_hash_table_insert (self->texts,
                           g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) text, length),
                           accord_text_collapse (text));
    }
}

/* Finds the document of each source by its digest. */
static void
match_sources (Proof *self)
{
  g_autoptr (GPtrArray) sources = sample_select (&self->sample, "source", "");

  g_assert_cmpuint (sources->len, ==, 5);
  for (guint i = 0; i < sources->len; i++)
    {
      AccordRecord *source = g_ptr_array_index (sources, i);
      const char *digest = accord_record_get_text (source, "digest");
      const char *document = g_hash_table_lookup (self->texts, digest);

      g_assert_nonnull (document);
      g_hash_table_insert (self->documents, GSIZE_TO_POINTER (accord_record_get_id (source)),
                           (gpointer) document);
    }
}

static void
set_up (Proof *self, gconstpointer data)
{
  g_autofree char *folder = find_documents ();

  sample_set_up (&self->sample, data);
  self->n_wrong = 0;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->documents = g_hash_table_new (NULL, NULL);
  if (folder == NULL)
    return;
  read_documents (self, folder);
  match_sources (self);
}

static void
tear_down (Proof *self, gconstpointer data)
{
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->texts);
  sample_tear_down (&self->sample, data);
}

static gboolean
have_documents (Proof *self)
{
  if (g_hash_table_size (self->texts) > 0)
    return TRUE;
  g_test_skip ("the five documents are not beside the source tree");
  return FALSE;
}

typedef void (*Examine) (Proof *self, AccordRecord *record, const char *passage, const char *document);

/* Looks at every record but the sources, which are examined by what they are. */
static void
examine_all (Proof *self, Examine examine)
{
  for (guint i = 0; i < accord_schema_get_n_kinds (self->sample.schema); i++)
    {
      const char *kind = accord_schema_get_kind (self->sample.schema, i)->name;
      g_autoptr (GPtrArray) records = sample_select (&self->sample, kind, "");

      for (guint j = 0; j < records->len && strcmp (kind, "source") != 0; j++)
        {
          AccordRecord *record = g_ptr_array_index (records, j);
          gpointer source = GSIZE_TO_POINTER (accord_record_get_int (record, "source"));
          const char *passage = accord_record_get_text (record, "passage");

          examine (self, record, passage != NULL ? passage : "",
                   g_hash_table_lookup (self->documents, source));
        }
    }
  g_assert_cmpuint (self->n_wrong, ==, 0);
}

static void
examine_source (Proof *self, AccordRecord *record, const char *passage, const char *document)
{
  if (accord_record_get_int (record, "source") == ACCORD_UNKNOWN)
    wrong (self, record, "source", "there is none");
  if (*passage == '\0')
    wrong (self, record, "passage", "there is none");
}

static void
test_sources (Proof *self, gconstpointer data)
{
  examine_all (self, examine_source);
}

static void
examine_lines (Proof *self, AccordRecord *record, const char *field, const char *text, const char *document)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *collapsed = accord_text_collapse (*line);

      if (strcmp (collapsed, LEFT_OUT) != 0 && (*collapsed == '\0' || strstr (document, collapsed) == NULL))
        wrong (self, record, field, *line);
    }
}

static void
examine_passage (Proof *self, AccordRecord *record, const char *passage, const char *document)
{
  examine_lines (self, record, "passage", passage, document);
}

static void
test_passages (Proof *self, gconstpointer data)
{
  g_autoptr (GPtrArray) sources = NULL;

  if (!have_documents (self))
    return;
  sources = sample_select (&self->sample, "source", "");
  for (guint i = 0; i < sources->len; i++)
    {
      AccordRecord *source = g_ptr_array_index (sources, i);
      gpointer id = GSIZE_TO_POINTER (accord_record_get_id (source));

      /* Of one the sample keeps no more than what its records quote. */
      if (accord_record_get_text (source, "text") != NULL)
        examine_lines (self, source, "text", accord_record_get_text (source, "text"),
                       g_hash_table_lookup (self->documents, id));
    }
  examine_all (self, examine_passage);
}

/* Its place in an order is counted, not read. */
static gboolean
is_place (const AccordKind *kind, const AccordField *field)
{
  return strcmp (field->name, "position") == 0
         || (strcmp (kind->name, "caveat") == 0 && strcmp (field->name, "number") == 0);
}

static gint64
hundredths (const AccordField *field, gint64 value)
{
  return field->type == ACCORD_FIELD_MONEY || field->type == ACCORD_FIELD_PERCENT ? value : value * 100;
}

/* The numbers in a text, but for dates at the start of a line, which must be dates of the passage. */
static void
examine_text_numbers (Proof *self, AccordRecord *record, const AccordField *field, const char *text,
                      const char *passage, GHashTable *known)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autoptr (GHashTable) numbers = NULL;
      GHashTableIter iter;
      gpointer number;
      const char *rest = *line;

      if (g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2} ", rest, 0, 0))
        {
          if (!words_have_date (passage, rest))
            wrong (self, record, field->name, rest);
          rest += strlen ("2016-09-27 ");
        }
      numbers = words_numbers (rest, FALSE);
      g_hash_table_iter_init (&iter, numbers);
      while (g_hash_table_iter_next (&iter, &number, NULL))
        if (!g_hash_table_contains (known, number))
          wrong (self, record, field->name, rest);
    }
}

static void
examine_numbers (Proof *self, AccordRecord *record, const char *passage, const char *document)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autoptr (GHashTable) known = words_numbers (passage, TRUE);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];
      gint64 number;

      if (accord_record_is_empty (record, i) || field->target != NULL || is_place (kind, field)
          || field->type == ACCORD_FIELD_BOOLEAN || field->type == ACCORD_FIELD_CHOICE)
        continue;
      if (field->type == ACCORD_FIELD_DATE)
        {
          if (!words_have_date (passage, accord_record_peek_text (record, i)))
            wrong (self, record, field->name, accord_record_peek_text (record, i));
        }
      else if (accord_field_is_text (field))
        examine_text_numbers (self, record, field, accord_record_peek_text (record, i), passage, known);
      else
        {
          number = hundredths (field, accord_record_peek_int (record, i));
          if (!g_hash_table_contains (known, &number))
            wrong (self, record, field->name, "the passage does not give this figure");
        }
    }
}

static void
test_numbers (Proof *self, gconstpointer data)
{
  examine_all (self, examine_numbers);
}

static void
examine_verbatim (Proof *self, AccordRecord *record, const char *passage, const char *document)
{
  const AccordKind *kind = accord_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *name = g_strconcat (kind->name, ".", kind->fields[i].name, NULL);
      g_auto (GStrv) lines = NULL;

      if (!g_strv_contains (verbatim, name) || accord_record_is_empty (record, i))
        continue;
      lines = g_strsplit (accord_record_peek_text (record, i), "\n", -1);
      for (char **line = lines; *line != NULL; line++)
        if (strcmp (*line, LEFT_OUT) != 0 && !words_have (passage, *line))
          wrong (self, record, kind->fields[i].name, *line);
    }
}

static void
test_verbatim (Proof *self, gconstpointer data)
{
  for (const char *const *name = verbatim; *name != NULL; name++)
    {
      g_auto (GStrv) parts = g_strsplit (*name, ".", 2);
      const AccordKind *kind = accord_schema_find_kind (self->sample.schema, parts[0]);

      g_assert_nonnull (kind);
      g_assert_nonnull (accord_kind_get_field (kind, parts[1]));
    }
  examine_all (self, examine_verbatim);
}

static void
examine_names (Proof *self, AccordRecord *record, const char *passage, const char *document)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autoptr (GHashTable) known = words_tokens (document, FALSE);
  g_autoptr (GHashTable) lower = words_tokens (document, TRUE);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];
      g_autofree char *name = NULL;

      /* What would prove a claim is the one thing that no document says. */
      if (!accord_field_is_text (field) || field->type == ACCORD_FIELD_CHOICE
          || accord_record_is_empty (record, i) || strcmp (field->name, "proof") == 0)
        continue;
      name = words_unknown_name (accord_record_peek_text (record, i), known, lower);
      if (name != NULL)
        wrong (self, record, field->name, name);
    }
}

static void
test_names (Proof *self, gconstpointer data)
{
  if (have_documents (self))
    examine_all (self, examine_names);
}

/* The proofs above are worth what these find. */
static void
test_words (void)
{
  g_autoptr (GHashTable) numbers = words_numbers ("about £19.2 million, 1.1m of 205,000 in twenty-two", TRUE);
  g_autoptr (GHashTable) known = words_tokens ("The Council of Bury met", FALSE);
  g_autoptr (GHashTable) lower = words_tokens ("The Council of Bury met", TRUE);
  g_autofree char *fine = words_unknown_name ("Met the Council. The end of Bury", known, lower);
  g_autofree char *invented = words_unknown_name ("The Council of Bolton", known, lower);
  g_autofree char *first = words_unknown_name ("Bolton met", known, lower);
  const gint64 there[] = { 1920, 1920000000, 110000000, 20500000, 2200 },
               missing[] = { 2050000, 100, 192000 };

  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    g_assert_true (g_hash_table_contains (numbers, &there[i]));
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_false (g_hash_table_contains (numbers, &missing[i]));
  g_assert_true (words_have_date ("launched on 1 April, 2019", "2019-04-01"));
  g_assert_true (words_have_date ("Tuesday, 27th September 2016 4.00 pm", "2016-09-27"));
  g_assert_false (words_have_date ("launched on 11 April, 2019", "2019-04-01"));
  g_assert_false (words_have_date ("on 1 April, in 2019", "2019-04-01"));
  g_assert_true (words_have ("that the majority of it", "The majority  of it."));
  g_assert_false (words_have ("that the majority of it", "minority"));
  g_assert_null (fine);
  g_assert_cmpstr (invented, ==, "Bolton");
  g_assert_cmpstr (first, ==, "Bolton");
}

#define PROOF(path, test) g_test_add ("/sample/" path, Proof, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/words", test_words);
  PROOF ("sources", test_sources);
  PROOF ("passages", test_passages);
  PROOF ("numbers", test_numbers);
  PROOF ("verbatim", test_verbatim);
  PROOF ("names", test_names);
  return g_test_run ();
}
