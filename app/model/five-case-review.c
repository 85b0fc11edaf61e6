/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "five-case-review.h"

#include "five-case-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
section_free (gpointer data)
{
  AccordReviewSection *self = data;

  g_free (self->heading);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static void
answer_free (gpointer data)
{
  AccordReviewAnswer *self = data;

  g_clear_object (&self->record);
  g_free (self);
}

/* What two people answered apart from each other is told as it was answered last. */
static AccordRecord *
find_record (GPtrArray *records, const char *question)
{
  AccordRecord *found = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      AccordRecord *record = records->pdata[i];

      if (g_strcmp0 (accord_record_get_text (record, "question"), question) != 0)
        continue;
      if (found == NULL || accord_record_get_id (record) > accord_record_get_id (found))
        found = record;
    }
  return found;
}

static void
add_answers (AccordReviewPart *part, AccordReviewSection *section, GPtrArray *records)
{
  guint n_questions;
  const AccordReviewQuestion *questions = accord_review_questions (&n_questions);

  for (guint i = 0; i < n_questions; i++)
    {
      AccordReviewAnswer *answer;
      AccordRecord *record;

      if (strcmp (questions[i].section, section->section->code) != 0)
        continue;
      record = find_record (records, questions[i].choice->value);
      answer = g_new0 (AccordReviewAnswer, 1);
      answer->question = &questions[i];
      answer->record = record != NULL ? g_object_ref (record) : NULL;
      g_ptr_array_add (section->answers, answer);
      part->n_questions++;
      part->n_answered += record != NULL && accord_record_get_text (record, "state") != NULL;
    }
}

static void
add_section (AccordReviewPart *part, const AccordFiveSection *described, GPtrArray *headings,
             GPtrArray *records)
{
  AccordReviewSection *section = g_new0 (AccordReviewSection, 1);

  section->section = described;
  section->state = accord_section_find (headings, described, &section->heading, &section->n_words);
  section->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_case_fact_free);
  section->answers = g_ptr_array_new_with_free_func (answer_free);
  add_answers (part, section, records);
  part->n_written += section->state == ACCORD_SECTION_WRITTEN;
  g_ptr_array_add (part->sections, section);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " \t\r\n", -1) : NULL;
  guint n_words = 0;

  for (char **word = words; word != NULL && *word != NULL; word++)
    n_words += **word != '\0';
  return n_words;
}

static void
fill_part (AccordCaseReview *self, AccordFiveCase five, GPtrArray *records)
{
  AccordReviewPart *part = &self->parts[five];
  const char *text = accord_record_get_text (self->record, accord_five_case_get_field (five));
  g_autoptr (GPtrArray) headings = accord_headings_parse (text);
  guint n_sections;
  const AccordFiveSection *sections = accord_five_sections (five, &n_sections);

  part->five = five;
  part->n_words = count_words (text);
  part->sections = g_ptr_array_new_with_free_func (section_free);
  for (guint i = 0; i < n_sections; i++)
    add_section (part, &sections[i], headings, records);
  self->n_sections += n_sections;
  self->n_written += part->n_written;
  self->n_answered += part->n_answered;
  self->n_questions += part->n_questions;
}

/* Each fact goes to the section that it is told beside. */
static void
place_facts (AccordCaseReview *self, GPtrArray *facts)
{
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    for (guint j = 0; j < self->parts[i].sections->len; j++)
      {
        AccordReviewSection *section = self->parts[i].sections->pdata[j];

        for (guint k = 0; k < facts->len; k++)
          {
            AccordCaseFact *fact = facts->pdata[k];

            if (strcmp (fact->section, section->section->code) == 0)
              accord_fact_add (section->facts, fact->section, fact->code, fact->state,
                               g_strdup (fact->words));
          }
      }
}

static GPtrArray *
list_answers (AccordReader *reader, gint64 business_case, gint64 review, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "answer");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           business_case);
  accord_query_add_number (query, accord_kind_find_field (kind, "review"),
                           review > 0 ? ACCORD_OPERATOR_EQUAL : ACCORD_OPERATOR_UNKNOWN, review);
  return accord_reader_list (reader, query, error);
}

static char *
dup_last_reviewer (GPtrArray *records)
{
  AccordRecord *last = NULL;

  for (guint i = 0; i < records->len; i++)
    if (accord_record_get_text (records->pdata[i], "reviewer") != NULL
        && (last == NULL
            || g_strcmp0 (accord_record_get_modified (records->pdata[i]), accord_record_get_modified (last))
                   > 0))
      last = records->pdata[i];
  return last != NULL ? g_strdup (accord_record_get_text (last, "reviewer")) : NULL;
}

/**
 * accord_case_review_read:
 * @reader: a reader
 * @business_case: a business case
 * @review: a review of it, whose own answers count alone; 0 for the case's own checklist, where no answer of
 *   a review counts
 * @error: return location for an error
 *
 * Returns: (transfer full): how complete it is, and what its reviewers found; %NULL on failure
 */
AccordCaseReview *
accord_case_review_read (AccordReader *reader, gint64 business_case, gint64 review, GError **error)
{
  g_autoptr (AccordCaseReview) self = g_atomic_rc_box_new0 (AccordCaseReview);
  g_autoptr (AccordCaseFile) file = accord_case_file_read (reader, business_case, error);
  g_autoptr (GPtrArray) records = file != NULL ? list_answers (reader, business_case, review, error) : NULL;
  g_autoptr (AccordAppraisalFile) appraisal =
      records != NULL ? accord_appraisal_file_read (reader, business_case, error) : NULL;
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_case_fact_free);

  if (appraisal == NULL || !accord_case_facts_read (reader, file, facts, error))
    return NULL;
  accord_case_facts_add_appraisal (facts, appraisal);
  self->record = g_object_ref (file->record);
  self->review = review;
  self->reviewer = dup_last_reviewer (records);
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    fill_part (self, (AccordFiveCase) i, records);
  place_facts (self, facts);
  return g_steal_pointer (&self);
}

static void
clear_review (gpointer data)
{
  AccordCaseReview *self = data;

  g_clear_object (&self->record);
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    g_clear_pointer (&self->parts[i].sections, g_ptr_array_unref);
  g_free (self->reviewer);
}

AccordCaseReview *
accord_case_review_ref (AccordCaseReview *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
accord_case_review_unref (AccordCaseReview *self)
{
  g_atomic_rc_box_release_full (self, clear_review);
}

/**
 * accord_case_review_find:
 * @self: a review
 * @question: code of a question
 *
 * Returns: (transfer none) (nullable): the question with its answer
 */
const AccordReviewAnswer *
accord_case_review_find (const AccordCaseReview *self, const char *question)
{
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    for (guint j = 0; j < self->parts[i].sections->len; j++)
      {
        const AccordReviewSection *section = self->parts[i].sections->pdata[j];

        for (guint k = 0; k < section->answers->len; k++)
          {
            const AccordReviewAnswer *answer = section->answers->pdata[k];

            if (strcmp (answer->question->choice->value, question) == 0)
              return answer;
          }
      }
  return NULL;
}

/**
 * accord_case_review_dup_progress:
 * @self: a review
 *
 * Returns: (transfer full): how far it has come: "20 of 35 sections written · 12 of 41 questions answered"
 */
char *
accord_case_review_dup_progress (const AccordCaseReview *self)
{
  return g_strdup_printf (_ ("%u of %u sections written · %u of %u questions answered"), self->n_written,
                          self->n_sections, self->n_answered, self->n_questions);
}

/**
 * accord_review_part_dup_progress:
 * @self: one of the five cases
 *
 * Returns: (transfer full): how far it has come
 */
char *
accord_review_part_dup_progress (const AccordReviewPart *self)
{
  return g_strdup_printf (_ ("%u of %u sections written · %u of %u answered"), self->n_written,
                          self->sections->len, self->n_answered, self->n_questions);
}

/**
 * accord_review_section_dup_words:
 * @self: a section
 * @part: the case it is of
 *
 * Returns: (transfer full): whether it is there, in words
 */
char *
accord_review_section_dup_words (const AccordReviewSection *self, const AccordReviewPart *part)
{
  switch (self->state)
    {
    case ACCORD_SECTION_WRITTEN:
      return g_strdup_printf (ngettext ("%u word under “%s”", "%u words under “%s”", self->n_words),
                              self->n_words, self->heading);
    case ACCORD_SECTION_PROMISED:
      return g_strdup_printf (_ ("“%s” is still to be written"), self->heading);
    case ACCORD_SECTION_EMPTY:
      return g_strdup_printf (_ ("nothing under “%s”"), self->heading);
    case ACCORD_SECTION_MISSING:
    default:
      return g_strdup (part->n_words > 0 ? _ ("no heading says so") : _ ("nothing written yet"));
    }
}

/**
 * accord_section_state_get_code:
 * @state: whether a section is there
 *
 * Returns: (transfer none): the same for programs
 */
const char *
accord_section_state_get_code (AccordSectionState state)
{
  static const char *const codes[] = { "missing", "empty", "promised", "written" };

  g_return_val_if_fail (state < G_N_ELEMENTS (codes), NULL);

  return codes[state];
}

/**
 * accord_fact_state_get_code:
 * @state: how something stands
 *
 * Returns: (transfer none): the same for programs
 */
const char *
accord_fact_state_get_code (AccordFactState state)
{
  static const char *const codes[] = { "unknown", "not-met", "partly", "met" };

  g_return_val_if_fail (state < G_N_ELEMENTS (codes), NULL);

  return codes[state];
}

/**
 * accord_fact_state_get_label:
 * @state: how something stands
 *
 * Returns: (transfer none): the same for people
 */
const char *
accord_fact_state_get_label (AccordFactState state)
{
  switch (state)
    {
    case ACCORD_FACT_MET:
      return _ ("Met");
    case ACCORD_FACT_PARTLY:
      return _ ("Partly met");
    case ACCORD_FACT_NOT_MET:
      return _ ("Not met");
    case ACCORD_FACT_UNKNOWN:
    default:
      return _ ("Not known");
    }
}
