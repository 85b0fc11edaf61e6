/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "five-case.h"

#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *label;
  const char *field;
} cases[ACCORD_FIVE_N] = {
  { N_ ("Strategic case"), "strategic" },   { N_ ("Economic case"), "economic" },
  { N_ ("Commercial case"), "commercial" }, { N_ ("Financial case"), "financial" },
  { N_ ("Management case"), "management" },
};

/* Headings are matched word by word after folding; the words are those that people write in British English,
 * whatever the language of the screen. */
static const AccordFiveSection sections[] = {
  { ACCORD_FIVE_STRATEGIC, "strategic-fit", N_ ("Strategic fit"),
    "strategic fit*|strategic context|strategic alignment|organisational overview|alignment with" },
  { ACCORD_FIVE_STRATEGIC, "objectives", N_ ("Objectives"), "objective*|aim*|goal*" },
  { ACCORD_FIVE_STRATEGIC, "existing-arrangements", N_ ("Existing arrangements"),
    "existing arrangement*|current arrangement*|existing service*|current service*|current position|"
    "current model|where we are now|as is" },
  { ACCORD_FIVE_STRATEGIC, "needs", N_ ("Business needs"),
    "need*|case for change|problem*|drivers for change|why change" },
  { ACCORD_FIVE_STRATEGIC, "scope", N_ ("Scope"), "scope|service requirement*|potential scope" },
  { ACCORD_FIVE_STRATEGIC, "benefits", N_ ("Benefits"), "benefit*" },
  { ACCORD_FIVE_STRATEGIC, "risks", N_ ("Risks"), "risk*" },
  { ACCORD_FIVE_STRATEGIC, "dependencies", N_ ("Dependencies"), "dependenc*|interdependenc*" },
  { ACCORD_FIVE_STRATEGIC, "constraints", N_ ("Constraints"), "constraint*" },

  { ACCORD_FIVE_ECONOMIC, "success-factors", N_ ("Critical success factors"), "success factor*|csf*" },
  { ACCORD_FIVE_ECONOMIC, "longlist", N_ ("Longlist"),
    "longlist*|long list*|long listed|options considered" },
  { ACCORD_FIVE_ECONOMIC, "shortlist", N_ ("Shortlist"), "shortlist*|short list*|short listed" },
  { ACCORD_FIVE_ECONOMIC, "appraisal", N_ ("Appraisal"),
    "apprais*|cost benefit|value for money|economic analysis|net present" },
  { ACCORD_FIVE_ECONOMIC, "sensitivity", N_ ("Sensitivity"), "sensitivit*|switching value*|scenario*" },
  { ACCORD_FIVE_ECONOMIC, "preferred-option", N_ ("Preferred option"),
    "preferred option*|preferred way|preferred model|recommended option*" },

  { ACCORD_FIVE_COMMERCIAL, "procurement", N_ ("Procurement route"),
    "procurement|commissioning route|sourcing|route to market" },
  { ACCORD_FIVE_COMMERCIAL, "services", N_ ("Services"), "service*|specification*" },
  { ACCORD_FIVE_COMMERCIAL, "risk-allocation", N_ ("Risk allocation"),
    "risk allocation|allocation of risk*|risk transfer|risk share|risk sharing|apportionment" },
  { ACCORD_FIVE_COMMERCIAL, "charging", N_ ("Charging"),
    "charg*|payment mechanism*|payment*|pricing|tariff*" },
  { ACCORD_FIVE_COMMERCIAL, "agreement", N_ ("Contract or alliance agreement"),
    "contract*|alliance agreement*|agreement*|contractual arrangement*|section 75" },
  { ACCORD_FIVE_COMMERCIAL, "staff-transfer", N_ ("Staff transfer"),
    "staff transfer*|transfer of staff|tupe|personnel|workforce" },

  { ACCORD_FIVE_FINANCIAL, "cash-terms", N_ ("Capital and revenue in cash terms"),
    "capital|revenue|cash terms|cash flow*|cost*|financial model*" },
  { ACCORD_FIVE_FINANCIAL, "funding", N_ ("Funding sources"), "fund*|sources of fund*|finance sources" },
  { ACCORD_FIVE_FINANCIAL, "budget", N_ ("Budget and balance-sheet effect"),
    "budget*|balance sheet*|income and expenditure|impact on the accounts" },
  { ACCORD_FIVE_FINANCIAL, "affordability", N_ ("Affordability gap"), "affordab*|funding gap|financial gap" },
  { ACCORD_FIVE_FINANCIAL, "contingency", N_ ("Contingency"), "contingenc*" },
  { ACCORD_FIVE_FINANCIAL, "written-support", N_ ("Written support"),
    "written support|support|letter* of support|commissioner support|stakeholder support" },

  { ACCORD_FIVE_MANAGEMENT, "governance", N_ ("Governance"), "governance|project structure|reporting line*" },
  { ACCORD_FIVE_MANAGEMENT, "plan", N_ ("Plan and milestones"),
    "plan|project plan|delivery plan|implementation plan|milestone*|timetable|timeline|programme plan" },
  { ACCORD_FIVE_MANAGEMENT, "change", N_ ("Change management"), "change" },
  { ACCORD_FIVE_MANAGEMENT, "benefits-realisation", N_ ("Benefits realisation"), "benefit*" },
  { ACCORD_FIVE_MANAGEMENT, "risk-management", N_ ("Risk management"), "risk*" },
  { ACCORD_FIVE_MANAGEMENT, "contract-management", N_ ("Contract management"), "contract*" },
  { ACCORD_FIVE_MANAGEMENT, "assurance", N_ ("Assurance"), "assurance|gateway*|gate review*" },
  { ACCORD_FIVE_MANAGEMENT, "evaluation", N_ ("Evaluation"), "evaluat*|post project|lessons" },
};

const AccordChoice accord_review_choices[] = {
  { "strategic-fit", N_ ("Does the change fit what each partner has set out to do?") },
  { "strategic-support", N_ ("Is each partner’s support evidenced?") },
  { "strategic-objectives", N_ ("Are there three to six objectives, each measurable and dated?") },
  { "strategic-existing", N_ ("Is it clear what is there today?") },
  { "strategic-change", N_ ("Is there a case for change?") },
  { "strategic-scope", N_ ("Is it clear what is in scope and what is not?") },
  { "strategic-limits", N_ ("Are benefits, risks, dependencies and constraints set out?") },

  { "economic-factors", N_ ("Do the success factors cover strategic fit, value for money, supplier capacity, "
                            "affordability and achievability, and the scheme’s own?") },
  { "economic-longlist",
    N_ ("Is the longlist drawn up by scope, solution, delivery, implementation and funding?") },
  { "economic-shortlist",
    N_ ("Does the shortlist hold business as usual and the least that could be done?") },
  { "economic-as-usual", N_ ("Is business as usual truly what happens today?") },
  { "economic-rate", N_ ("Is the discount rate right?") },
  { "economic-prices", N_ ("Is the price base right?") },
  { "economic-bias", N_ ("Is optimism bias evidenced?") },
  { "economic-transfers", N_ ("Are transfers left out?") },
  { "economic-sunk", N_ ("Are sunk costs left out?") },
  { "economic-sensitivity", N_ ("Is it shown how sure the result is?") },
  { "economic-choice", N_ ("Does the choice follow from the figures?") },

  { "commercial-route", N_ ("Is the route of procurement settled?") },
  { "commercial-services", N_ ("Is it clear which services are bought?") },
  { "commercial-risk", N_ ("Does risk sit with who can bear it?") },
  { "commercial-charging", N_ ("Is it clear how the services are paid for?") },
  { "commercial-form", N_ ("Does the agreement’s form suit?") },
  { "commercial-staff", N_ ("Is the transfer of staff settled?") },

  { "financial-cash", N_ ("Are capital and revenue stated in cash terms?") },
  { "financial-recurrent", N_ ("Is recurrent kept apart from one-off?") },
  { "financial-sources", N_ ("Is it clear where the money comes from?") },
  { "financial-budget", N_ ("Is the effect on budgets and balance sheets shown?") },
  { "financial-cashable", N_ ("Is it clear what is cashable, and by whom?") },
  { "financial-gap", N_ ("Is the affordability gap closed?") },
  { "financial-contingency", N_ ("Is there a contingency?") },
  { "financial-support", N_ ("Do those who pay support it in writing?") },

  { "management-owner", N_ ("Is there a named owner?") },
  { "management-reporting", N_ ("Is there a reporting line to each board?") },
  { "management-plan", N_ ("Is there a plan with milestones?") },
  { "management-change", N_ ("Is it clear how people are brought along?") },
  { "management-benefits", N_ ("Does each benefit have somebody who brings it about?") },
  { "management-risks", N_ ("Does each risk have an owner and a response?") },
  { "management-contract", N_ ("Is it clear who manages the contract?") },
  { "management-assurance", N_ ("Is assurance arranged?") },
  { "management-evaluation", N_ ("Is the evaluation funded?") },
  { NULL, NULL },
};

/* Beside which section each question is asked, in the order of the choices. */
static const char *const beside[] = {
  "strategic-fit",
  "strategic-fit",
  "objectives",
  "existing-arrangements",
  "needs",
  "scope",
  "benefits",
  "success-factors",
  "longlist",
  "shortlist",
  "shortlist",
  "appraisal",
  "appraisal",
  "appraisal",
  "appraisal",
  "appraisal",
  "sensitivity",
  "preferred-option",
  "procurement",
  "services",
  "risk-allocation",
  "charging",
  "agreement",
  "staff-transfer",
  "cash-terms",
  "cash-terms",
  "funding",
  "budget",
  "budget",
  "affordability",
  "contingency",
  "written-support",
  "governance",
  "governance",
  "plan",
  "change",
  "benefits-realisation",
  "risk-management",
  "contract-management",
  "assurance",
  "evaluation",
};

G_STATIC_ASSERT (G_N_ELEMENTS (accord_review_choices) == G_N_ELEMENTS (beside) + 1);

static AccordReviewQuestion questions[G_N_ELEMENTS (beside)];

static AccordFiveCase
find_case (const char *section)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (strcmp (sections[i].code, section) == 0)
      return sections[i].five;
  g_return_val_if_reached (ACCORD_FIVE_STRATEGIC);
}

/**
 * accord_five_case_get_label:
 * @five: one of the five cases
 *
 * Returns: (transfer none): what it is called
 */
const char *
accord_five_case_get_label (AccordFiveCase five)
{
  g_return_val_if_fail (five < ACCORD_FIVE_N, NULL);

  return _ (cases[five].label);
}

/**
 * accord_five_case_get_field:
 * @five: one of the five cases
 *
 * Returns: (transfer none): the field of a business case that holds its words, and the word that programs
 *   know it by
 */
const char *
accord_five_case_get_field (AccordFiveCase five)
{
  g_return_val_if_fail (five < ACCORD_FIVE_N, NULL);

  return cases[five].field;
}

/**
 * accord_five_sections:
 * @five: one of the five cases
 * @n_sections: (out): how many sections it has
 *
 * Returns: (transfer none) (array length=n_sections): its sections
 */
const AccordFiveSection *
accord_five_sections (AccordFiveCase five, guint *n_sections)
{
  guint first = 0;

  while (first < G_N_ELEMENTS (sections) && sections[first].five != five)
    first++;
  *n_sections = 0;
  while (first + *n_sections < G_N_ELEMENTS (sections) && sections[first + *n_sections].five == five)
    ++*n_sections;
  return &sections[first];
}

/**
 * accord_five_n_sections:
 *
 * Returns: how many sections the five cases have together
 */
guint
accord_five_n_sections (void)
{
  return G_N_ELEMENTS (sections);
}

static gboolean
word_is (const char *word, const char *wanted)
{
  gsize length = strlen (wanted);

  if (length > 0 && wanted[length - 1] == '*')
    return strncmp (word, wanted, length - 1) == 0;
  return strcmp (word, wanted) == 0;
}

/* Whether the words of @phrase follow on each other somewhere among @words. */
static gboolean
has_phrase (char **words, const char *phrase)
{
  g_auto (GStrv) wanted = g_strsplit (phrase, " ", -1);
  guint n_words = g_strv_length (words), n_wanted = g_strv_length (wanted);

  for (guint from = 0; from + n_wanted <= n_words; from++)
    {
      guint n_same = 0;

      while (n_same < n_wanted && word_is (words[from + n_same], wanted[n_same]))
        n_same++;
      if (n_same == n_wanted)
        return TRUE;
    }
  return FALSE;
}

/* The letters of a text in words; what stands between them is nothing. */
static char **
split_words (const char *text)
{
  g_autofree char *folded = accord_text_fold (text);
  GString *plain = g_string_new (NULL);
  g_autofree char *collapsed = NULL;
  char **words;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (plain, g_unichar_isalnum (c) ? c : ' ');
    }
  collapsed = accord_text_collapse (plain->str);
  g_string_free (plain, TRUE);
  words = g_strsplit (collapsed, " ", -1);
  return words;
}

/**
 * accord_five_section_is_meant:
 * @self: a section
 * @heading: a heading as somebody wrote it
 *
 * Returns: whether the heading means the section: by the words people use for it, or by its name on screen
 */
gboolean
accord_five_section_is_meant (const AccordFiveSection *self, const char *heading)
{
  g_auto (GStrv) words = split_words (heading);
  g_auto (GStrv) phrases = g_strsplit (self->means, "|", -1);
  g_auto (GStrv) label = split_words (_ (self->label));
  g_autofree char *name = g_strjoinv (" ", label);

  for (char **phrase = phrases; *phrase != NULL; phrase++)
    if (has_phrase (words, *phrase))
      return TRUE;
  return has_phrase (words, name);
}

/**
 * accord_review_questions:
 * @n_questions: (out): how many
 *
 * Returns: (transfer none) (array length=n_questions): what a reviewer asks, in the order of the five cases
 */
const AccordReviewQuestion *
accord_review_questions (guint *n_questions)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
        questions[i] = (AccordReviewQuestion){ find_case (beside[i]), beside[i], &accord_review_choices[i] };
      g_once_init_leave (&ready, 1);
    }
  *n_questions = G_N_ELEMENTS (questions);
  return questions;
}

/**
 * accord_review_question_find:
 * @code: the word of a question
 *
 * Returns: (transfer none) (nullable): the question
 */
const AccordReviewQuestion *
accord_review_question_find (const char *code)
{
  guint n_questions;
  const AccordReviewQuestion *all = accord_review_questions (&n_questions);

  for (guint i = 0; i < n_questions; i++)
    if (g_strcmp0 (all[i].choice->value, code) == 0)
      return &all[i];
  return NULL;
}
