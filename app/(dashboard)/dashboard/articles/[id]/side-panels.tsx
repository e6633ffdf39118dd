import type { ReactNode } from 'react'
import { SelectField, TextArea, TextField } from '@/app/_components/newsroom/form-field'
import type { FormValues } from '@/lib/articles/editing/article-form'
import { headlineTags } from '@/lib/tags/headline-tags'
import type { ArticleFormProps } from './article-form'
import { Completions } from './completions'
import { OfferedTags } from './offered-tags'
import { COMMENT_OPTIONS, DIRECTION_OPTIONS, KIND_OPTIONS } from './options'
import { Panel } from './panel'
import { SocialPreviews } from './social-previews'

export type PanelProps = ArticleFormProps & { values: FormValues; errors: Record<string, string> }

/** Where the story stands in the paper, and who and what it is about. */
export function StoryPanel({ values, errors, sections, authors, mayWrite, desk, opened }: PanelProps) {
  return (
    <Panel title="Story" isOpen={opened === 'story'}>
      <Fields legend="About the story" mayWrite={mayWrite}>
        <SelectField
          name="section"
          label="Section"
          defaultValue={values.section}
          error={errors.section}
          options={sections.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <SelectField name="kind" label="Kind" defaultValue={values.kind} options={KIND_OPTIONS} />
        <TextArea
          name="bylines"
          label="Bylines"
          hint="One name a line, in order. Whoever is new is a guest."
          rows={2}
          defaultValue={values.bylines}
          error={errors.bylines}
        />
        <Completions field="bylines" separator={'\n'} known="authors" label="Known names" />
        {authors.length > 0 && (
          <details className="editor-names">
            <summary>Known names</summary>
            <p className="desk-hint">{authors.slice(0, 200).join(' · ')}</p>
          </details>
        )}
        <TextField
          name="dateline"
          label="Dateline"
          defaultValue={values.dateline}
          error={errors.dateline}
          maxLength={80}
        />
        <TextArea
          name="tags"
          label="Tags"
          hint="Parted by commas."
          rows={2}
          defaultValue={values.tags}
          error={errors.tags}
        />
        <Completions field="tags" separator="," known="tags" label="Known tags" />
        <OfferedTags offered={headlineTags(values.headline ?? '', values.language)} />
        <TextField
          name="slug"
          label="Slug"
          hint="The last part of its address. Empty, it follows the headline until it is published."
          defaultValue={values.slug}
          error={errors.slug}
          maxLength={100}
        />
        <TextField
          name="contributors"
          label="Additional reporting"
          defaultValue={values.contributors}
          error={errors.contributors}
          maxLength={500}
        />
        <TextArea
          name="related"
          label="Related articles"
          hint="Their slugs, one a line, in order. Words of a headline find them."
          rows={2}
          defaultValue={values.related}
          error={errors.related}
        />
        <Completions field="related" separator={'\n'} known="articles" label="Articles found" />
        <SelectField name="comments" label="Comments" defaultValue={values.comments} options={COMMENT_OPTIONS} />
        <TextField
          name="language"
          label="Language"
          defaultValue={values.language}
          error={errors.language}
          maxLength={35}
        />
        <SelectField name="direction" label="Direction" defaultValue={values.direction} options={DIRECTION_OPTIONS} />
      </Fields>
      {desk}
    </Panel>
  )
}

/** What searches and shared cards show. */
export function SocialPanel({ values, errors, siteName, host, sections, mayWrite }: PanelProps) {
  return (
    <Panel title="Search & social">
      <Fields legend="For searches and where it is shared" mayWrite={mayWrite}>
        <TextField
          name="seoTitle"
          label="Search title"
          hint="Empty: the headline."
          defaultValue={values.seoTitle}
          error={errors.seoTitle}
          maxLength={300}
        />
        <TextArea
          name="seoDescription"
          label="Search description"
          hint="Empty: the standfirst."
          rows={3}
          defaultValue={values.seoDescription}
          error={errors.seoDescription}
          maxLength={500}
        />
        <TextField
          name="socialHeadline"
          label="Social headline"
          hint="Empty: the headline."
          defaultValue={values.socialHeadline}
          error={errors.socialHeadline}
          maxLength={300}
        />
        <SocialPreviews values={values} place={{ siteName, host, sections }} />
      </Fields>
    </Panel>
  )
}

function Fields({ legend, mayWrite, children }: { legend: string; mayWrite: boolean; children: ReactNode }) {
  return (
    <fieldset className="editor-fields" disabled={!mayWrite}>
      <legend className="unseen">{legend}</legend>
      {children}
    </fieldset>
  )
}
